import { MenuButton, type MenuButtonProps } from './menu-button.tsx'
import { MenuList, type MenuSection } from './menu-list.tsx'

export type MenuProps = Omit<MenuButtonProps, 'list'> & { sections: readonly MenuSection[] }

/** A button that opens a menu: arrows, Home, End, letters and Escape inside; a sheet on phones. */
export function Menu({ sections, ...rest }: MenuProps) {
  return <MenuButton {...rest} list={(open) => <MenuList {...open} sections={sections} />} />
}
