import { MenuItems, type MenuSection } from '@vispera/ui'
import { Link2, Plus, Trash2 } from 'lucide-react'
import { useActions } from '../../actions/use-actions.ts'
import { useNoteMenu } from '../../actions/use-note-menu.tsx'
import { useBoard, useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { WallLink } from '../../layouts/layout.ts'
import { shortVerb } from '../../layouts/shared/curve.ts'
import { shorten } from '../../layouts/shared/shorten.ts'
import { linkChoices } from './link-choices.ts'

type At = { readonly x: number; readonly y: number }

/** The menu that is open on the wall, if any. */
export type WallMenu =
  | { readonly of: 'notes'; readonly ids: readonly string[]; readonly at: At }
  | { readonly of: 'link'; readonly link: WallLink; readonly at: At }
  | { readonly of: 'choice'; readonly a: string; readonly b: string; readonly at: At }

export function WallMenus({ menu, onClose }: { menu: WallMenu | null; onClose: () => void }) {
  switch (menu?.of) {
    case undefined:
      return null
    case 'notes':
      return <NotesMenu ids={menu.ids} at={menu.at} onClose={onClose} />
    case 'link':
      return <LinkMenu link={menu.link} at={menu.at} onClose={onClose} />
    case 'choice':
      return <ChoiceMenu a={menu.a} b={menu.b} at={menu.at} onClose={onClose} />
  }
}

function NotesMenu({ ids, at, onClose }: { ids: readonly string[]; at: At; onClose: () => void }) {
  const { t } = useWords()
  return (
    <MenuItems
      label={t('surface.menu.notes', { count: ids.length })}
      sections={useNoteMenu(ids)}
      openAt={at}
      onClose={onClose}
    />
  )
}

/** A link read as a sentence, and what can be done with it. */
function LinkMenu({ link, at, onClose }: { link: WallLink; at: At; onClose: () => void }) {
  const { t } = useWords()
  const actions = useActions()
  const { ui } = useBoardOnScreen()
  const show = (id: string) => {
    ui.select([id])
    ui.reveal(id)
  }
  const canWrite = actions.canWrite()
  const sections: MenuSection[] = [
    {
      id: 'ends',
      label: link.sentence,
      entries: [
        { id: 'from', label: t('surface.link.showFrom'), onSelect: () => show(link.from) },
        { id: 'to', label: t('surface.link.showTo'), onSelect: () => show(link.to) },
      ],
    },
    {
      id: 'between',
      entries:
        link.splits && canWrite
          ? [
              {
                id: 'between',
                label: t('surface.link.between'),
                icon: <Plus aria-hidden="true" />,
                onSelect: () => actions.insertBetween(link.id),
              },
            ]
          : [],
    },
    {
      id: 'delete',
      entries: canWrite
        ? [
            {
              id: 'delete',
              label: t('surface.link.delete'),
              icon: <Trash2 aria-hidden="true" />,
              onSelect: () => actions.unlink(link.id),
            },
          ]
        : [],
    },
  ]
  return <MenuItems label={t('surface.link.menu')} sections={sections} openAt={at} onClose={onClose} />
}

/** Two notes were joined by hand: which sentence is meant? */
function ChoiceMenu({ a, b, at, onClose }: { a: string; b: string; at: At; onClose: () => void }) {
  const words = useWords()
  const actions = useActions()
  const board = useBoard()
  const { kind } = useBoardOnScreen()
  // The way it was drawn; the other way only where this one has no meaning.
  const both = linkChoices(kind, board, a, b)
  const drawn = both.filter(({ from }) => from === a)
  const choices = drawn.length > 0 ? drawn : both
  const textOf = (id: string) => shorten(board.notes.find((note) => note.id === id)?.text.trim() ?? '', 40)
  const sections: MenuSection[] = [
    {
      id: 'sentences',
      label: textOf(choices[0]?.from ?? a),
      entries: choices.map((choice) => ({
        id: `${choice.kind} ${choice.from}`,
        label: words.t('surface.link.verbTo', {
          verb: shortVerb({ words }, choice.kind),
          to: textOf(choice.to),
        }),
        icon: <Link2 aria-hidden="true" />,
        onSelect: () => actions.link(choice.kind, choice.from, choice.to),
      })),
    },
  ]
  return (
    <MenuItems label={words.t('surface.link.choose')} sections={sections} openAt={at} onClose={onClose} />
  )
}
