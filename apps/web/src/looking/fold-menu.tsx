import { MenuList, type OpenMenu } from '@vispera/ui'
import { ChevronDown, ChevronRight, ChevronsDownUp, ChevronsUpDown, LocateFixed } from 'lucide-react'
import { useBoard, useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useDerived } from '../board-ui/use-derived.ts'
import { useWords } from '../i18n/use-words.ts'
import { groupsOf } from './groups.ts'

/** Folds and unfolds every group by keyboard, by finger, and all at once. */
export function FoldMenu({ open }: { open: OpenMenu }) {
  const { ui, kind } = useBoardOnScreen()
  const words = useWords()
  const { t } = words
  const arrangement = useBoardUi((state) => state.arrangement)
  const folded = useBoardUi((state) => state.folded)
  const groups = groupsOf({ kind, board: useBoard(), derived: useDerived(), arrangement, words })
  const foldAll = (on: boolean) => {
    for (const { key, startsFolded = false } of groups) ui.fold([key], on !== startsFolded)
  }
  return (
    <MenuList
      {...open}
      sections={[
        {
          id: 'all',
          entries: [
            {
              id: 'fold',
              label: t('surface.look.foldAll'),
              icon: <ChevronsDownUp />,
              onSelect: () => foldAll(true),
            },
            {
              id: 'unfold',
              label: t('surface.look.unfoldAll'),
              icon: <ChevronsUpDown />,
              onSelect: () => foldAll(false),
            },
          ],
        },
        {
          id: 'groups',
          entries: groups.map(({ key, name, startsFolded = false }) => {
            const isFolded = folded.has(key) !== startsFolded
            return {
              id: key,
              label: t(isFolded ? 'surface.unfold' : 'surface.fold', { name }),
              icon: isFolded ? <ChevronRight data-turns="" /> : <ChevronDown />,
              onSelect: () => ui.fold([key], isFolded === startsFolded),
            }
          }),
        },
        {
          id: 'go',
          label: t('surface.look.goTo'),
          entries: groups.flatMap(({ key, name }) =>
            key.startsWith('theme:')
              ? [
                  {
                    id: `go ${key}`,
                    label: name,
                    icon: <LocateFixed />,
                    onSelect: () => ui.reveal(key.slice('theme:'.length)),
                  },
                ]
              : [],
          ),
        },
      ].filter(({ entries }) => entries.length > 0)}
    />
  )
}
