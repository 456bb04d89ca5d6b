import { Button, classes, IconButton, ThemeRule } from '@vispera/ui'
import { ChevronDown, ChevronRight, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { useActions } from '../actions/use-actions.ts'
import { useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useNoteExtra } from '../board-ui/note-extras.ts'
import { useWords } from '../i18n/use-words.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import type { CardFact } from '../layouts/shared/card.ts'
import { Editor } from '../note/editor.tsx'
import { headingId } from './heading-id.ts'
import { NoteMenu } from './note-menu.tsx'
import { OutlineNote } from './outline-note.tsx'
import styles from './outline-section.module.css'
import { nextPage } from './paging.ts'
import { SectionFacts } from './section-facts.tsx'
import type { OutlineSection } from './sections/section.ts'
import { useSorting } from './sorting.tsx'

const sectionEchoes = later(() => import('./section-echoes.tsx').then(({ SectionEchoes }) => SectionEchoes))

export interface SectionProps {
  readonly section: OutlineSection
  /** How many notes a heading shows at first, and how many people asked to see. */
  readonly page: number
  readonly shown: number
  readonly onMore: (section: string, shown: number) => void
  /** A note at this index is looked for and must be drawn; -1 for none. */
  readonly wanted: number
  readonly chips: ReadonlyMap<string, readonly CardFact[]>
  readonly stacks: Readonly<Record<string, readonly string[]>>
  /** Where a note stands now; the same function for ever. */
  readonly sectionOf: (noteId: string) => OutlineSection | undefined
}

/** Lists lose their role with their markers in one browser: said again. */
const asList = { role: 'list' } as const

/** One heading and the notes under it, with a way to add one and to see the rest. */
export function OutlineSectionView({
  section,
  page,
  shown,
  onMore,
  wanted,
  chips,
  stacks,
  sectionOf,
}: SectionProps) {
  const { t } = useWords()
  const listId = useId()
  const isFolded = useBoardUi(
    ({ folded }) =>
      section.fold !== undefined && folded.has(section.fold) !== (section.startsFolded === true),
  )
  const limit = isFolded ? 0 : Math.max(shown, page)
  const end = wanted >= limit ? nextPage(limit, wanted) : limit
  const notes = useSameIds(section.notes.slice(0, end))
  const rest = isFolded ? 0 : section.notes.length - notes.length
  const { Section, List } = useSorting()

  return (
    <Section
      section={section}
      className={classes(styles.section, section.level === 3 && styles.inner)}
      overClass={styles.over}
    >
      <SectionHeading section={section} isFolded={isFolded} />
      {section.prompt && !isFolded && (
        <p className={styles.prompt} dir="auto">
          {section.prompt}
        </p>
      )}
      {section.facts && <SectionFacts facts={section.facts} />}
      {notes.length > 0 && (
        <List ids={notes}>
          <ol
            id={listId}
            {...asList}
            className={styles.notes}
            {...(section.name
              ? { 'aria-label': section.name }
              : { 'aria-labelledby': headingId(section.key) })}
          >
            {notes.map((id) => (
              <OutlineNote
                key={id}
                noteId={id}
                number={section.numbers?.[id]}
                sentence={section.sentences?.[id]}
                columns={section.columns}
                isMovable={section.isOrdered === true || section.drop !== undefined}
                chips={chips.get(id)}
                same={stacks[id]?.length ?? 0}
                sectionOf={sectionOf}
              />
            ))}
          </ol>
        </List>
      )}
      {section.notes.length === 0 && section.empty && (
        <p className={styles.empty} dir="auto">
          {section.empty}
        </p>
      )}
      {section.echoes && section.echoes.length > 0 && (
        <Part of={sectionEchoes} with={{ echoes: section.echoes }} />
      )}
      {rest > 0 && (
        <Button
          variant="quiet"
          className={styles.more}
          aria-controls={listId}
          onClick={() => onMore(section.key, nextPage(end))}
        >
          <ChevronDown aria-hidden="true" />
          {t('outline.section.more', { count: rest })}
        </Button>
      )}
      {!isFolded && <AddHere section={section} />}
    </Section>
  )
}

/** The same array as long as it holds the same ids: a new one would draw every line again. */
function useSameIds(ids: string[]): string[] {
  const [kept, keep] = useState(ids)
  if (kept.length === ids.length && kept.every((id, at) => id === ids[at])) return kept
  keep(ids)
  return ids
}

function SectionHeading({ section, isFolded }: { section: OutlineSection; isFolded: boolean }) {
  const { t, number } = useWords()
  const editing = useBoardUi((ui) => ui.editing)
  const LineAct = useNoteExtra((extras) => extras.LineAct)
  const { headingNote, level, heading, notes, isGroup } = section
  const isNaming = headingNote !== undefined && editing === headingNote
  const words = isNaming ? (
    <Editor noteId={headingNote} label={t('outline.editor.name')} />
  ) : heading === '' ? (
    t('outline.section.unnamed')
  ) : (
    heading
  )
  return (
    <div className={styles.head} {...(headingNote === undefined ? {} : { 'data-note-id': headingNote })}>
      <ThemeRule
        as={level === 2 ? 'h2' : 'h3'}
        size={level === 2 ? 'theme' : 'zone'}
        id={headingId(section.key)}
        className={styles.heading}
        count={
          isGroup || section.isOne ? undefined : (
            <Count
              count={notes.length}
              label={t('outline.section.count', { count: notes.length })}
              shown={number(notes.length)}
            />
          )
        }
      >
        {words}
      </ThemeRule>
      {section.fold !== undefined && (notes.length > 0 || isFolded) && (
        <FoldHeading section={section} fold={section.fold} isFolded={isFolded} />
      )}
      {headingNote !== undefined && LineAct && <LineAct noteId={headingNote} isHeading />}
      {headingNote !== undefined && !isNaming && (
        <NoteMenu noteId={headingNote} className={styles.headMenu} />
      )}
    </div>
  )
}

/** Folds the notes under a heading away, for this person alone. */
function FoldHeading({
  section: { heading, name: whole, startsFolded = false },
  fold,
  isFolded,
}: {
  section: OutlineSection
  fold: string
  isFolded: boolean
}) {
  const { t } = useWords()
  const name = whole || heading || t('outline.section.unnamed')
  const { ui } = useBoardOnScreen()
  const Mark = isFolded ? ChevronRight : ChevronDown
  return (
    <IconButton
      label={t(isFolded ? 'surface.unfold' : 'surface.fold', { name })}
      aria-expanded={!isFolded}
      className={styles.fold}
      onClick={() => ui.fold([fold], isFolded === startsFolded)}
    >
      <Mark aria-hidden="true" />
    </IconButton>
  )
}

/** A bare number for the eyes, the whole phrase for readers. */
function Count({ label, shown }: { count: number; label: string; shown: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{label}</span>
    </>
  )
}

function AddHere({ section }: { section: OutlineSection }) {
  const { t } = useWords()
  const { kind } = useBoardOnScreen()
  const actions = useActions()
  const { adds } = section
  if (!adds || !actions.canWrite()) return null
  const noteKind = adds.kind ?? kind.noteKinds[0]?.id ?? ''
  return (
    <Button
      variant="quiet"
      className={styles.add}
      onClick={() =>
        actions.once(() => {
          const id = actions.addNote({ ...adds, edit: true })
          if (id !== null && section.drop?.to === 'theme') actions.putWith(section.drop.theme, [id])
        })
      }
    >
      <Plus aria-hidden="true" />
      {t('outline.section.add', { kind: t(`noteKind.${noteKind}`) })}
    </Button>
  )
}
