import { Button, MenuButton } from '@vispera/ui'
import { ChevronsDownUp, ListFilter } from 'lucide-react'
import { useState } from 'react'
import { useBoard, useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import { useFoldsOnOpening } from './use-folds-on-opening.ts'

const foldMenu = later(() => import('./fold-menu.tsx').then(({ FoldMenu }) => FoldMenu))
const filterDialog = later(() => import('./filter-dialog.tsx').then(({ FilterDialog }) => FilterDialog))

/** Folds on boards that have groups, a filter on a grid. */
export function LookButton({ className }: { className?: string | undefined }) {
  const { layout } = useBoardOnScreen().kind
  if (layout.engine === 'canvas') return <FoldButton className={className} groups={layout.theme} />
  if (layout.engine === 'timeline') return <FoldButton className={className} groups={layout.chain.step} />
  return <FilterButton className={className} />
}

/** Only where there are notes that make groups. */
function FoldButton({ groups, className }: { groups: string; className?: string | undefined }) {
  const { t } = useWords()
  useFoldsOnOpening()
  const hasGroups = useBoard().notes.some(({ kind }) => kind === groups)
  if (!hasGroups) return null
  return (
    <MenuButton
      label={t('surface.look.fold')}
      iconOnly
      align="end"
      className={className}
      list={(open) => <Part of={foldMenu} with={{ open }} />}
    >
      <ChevronsDownUp aria-hidden="true" />
    </MenuButton>
  )
}

function FilterButton({ className }: { className?: string | undefined }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const isOn = useBoardUi((ui) => ui.sieve !== null)
  return (
    <>
      <Button className={className} aria-haspopup="dialog" aria-pressed={isOn} onClick={() => setOpen(true)}>
        <ListFilter aria-hidden="true" />
        <span>{t('surface.look.filter')}</span>
      </Button>
      {isOpen && <Part of={filterDialog} with={{ onClose: () => setOpen(false) }} />}
    </>
  )
}
