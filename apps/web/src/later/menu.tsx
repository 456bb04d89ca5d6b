import { MenuButton, type MenuProps } from '@vispera/ui'
import { later } from './later.ts'
import { Part } from './part.tsx'

const list = later(() => import('./menu-list.ts').then(({ MenuList }) => MenuList))

/** A button with a menu, whose list comes when it opens. */
export function Menu({ sections, ...rest }: MenuProps) {
  return <MenuButton {...rest} list={(open) => <Part of={list} with={{ ...open, sections }} />} />
}
