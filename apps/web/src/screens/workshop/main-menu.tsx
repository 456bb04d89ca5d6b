import { MenuButton } from '@vispera/ui'
import { Menu } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { later } from '../../later/later.ts'
import { Part } from '../../later/part.tsx'

const list = later(() => import('./main-menu-list.tsx').then(({ MainMenuList }) => MainMenuList))

/** The way to everything that is not about a single note. */
export function MainMenu() {
  const { t } = useWords()
  return (
    <MenuButton
      label={t('shell.menu')}
      iconOnly
      variant="quiet"
      align="end"
      list={(open) => <Part of={list} with={open} />}
    >
      <Menu aria-hidden="true" />
    </MenuButton>
  )
}
