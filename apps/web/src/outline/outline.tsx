import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useBoard, useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useMarkDrawn } from '../board-ui/drawn.ts'
import { withMarks } from '../board-ui/marks.ts'
import { useDerived } from '../board-ui/use-derived.ts'
import { useWords } from '../i18n/use-words.ts'
import { LookingBar } from '../looking/looking.tsx'
import { useChips } from '../note/chip-facts.ts'
import { findNotes } from './find-notes.ts'
import styles from './outline.module.css'
import { OutlineNames } from './outline-names.tsx'
import { OutlinePrompts } from './outline-prompts.tsx'
import { OutlineSectionView } from './outline-section.tsx'
import { OutlineSettings } from './outline-settings.tsx'
import { OutlineTools } from './outline-tools.tsx'
import { firstPage } from './paging.ts'
import { SelectionBar } from './selection-bar.tsx'
import { SortingProvider } from './sorting.tsx'
import { useLateSorting } from './use-late-sorting.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineFocus } from './use-outline-focus.ts'
import { useOutlineKeys } from './use-outline-keys.ts'

/** The board as headings, lists and buttons: whatever can be done on the surface can be done here. */
export function Outline() {
  const board = useBoard()
  const sections = useOutline()
  const plain = useChips()
  const derived = useDerived()
  const words = useWords()
  const { t } = words
  const { open, kind } = useBoardOnScreen()
  const chips = useMemo(() => withMarks(kind, () => derived, words, plain), [kind, derived, words, plain])
  const root = useRef<HTMLDivElement>(null)
  const [search, setSearch] = useState('')
  const searched = useDeferredValue(search)
  const shown = useMemo(() => findNotes(sections, board, searched), [sections, board, searched])
  const page = useMemo(() => firstPage(shown), [shown])
  // Kept here, because the lines below are drawn anew when dragging comes.
  const [asked, setAsked] = useState<Readonly<Record<string, number>>>({})
  const showMore = useCallback(
    (section: string, count: number) => setAsked((before) => ({ ...before, [section]: count })),
    [],
  )
  const isSieved = useBoardUi((ui) => ui.sieve !== null)
  const sorting = useLateSorting(root)
  const latest = useRef(shown)
  latest.current = shown
  const sectionOf = useCallback(
    (noteId: string) => latest.current.find((section) => section.notes.includes(noteId)),
    [],
  )
  const markDrawn = useMarkDrawn()
  useEffect(() => markDrawn(), [markDrawn])
  const reveal = useOutlineFocus(root, sections)
  const onKeyDown = useOutlineKeys(root, sections)
  const stacks = (derived.stacks ?? {}) as Readonly<Record<string, readonly string[]>>

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the notes, which are buttons
    <div ref={root} className={styles.outline} onKeyDown={onKeyDown}>
      <div className={styles.column}>
        <h1 className="visually-hidden">{open.entry.title}</h1>
        <OutlineTools search={search} onSearch={setSearch} sections={sections} />
        <LookingBar on="outline" />
        {searched === '' && !isSieved && (
          <>
            <OutlineSettings />
            <OutlinePrompts />
          </>
        )}
        <SortingProvider value={sorting}>
          <sorting.Frame sections={shown}>
            {shown.map((section) => (
              <OutlineSectionView
                key={section.key}
                section={section}
                page={page}
                shown={asked[section.key] ?? 0}
                onMore={showMore}
                wanted={reveal?.section === section.key ? reveal.index : -1}
                chips={chips}
                stacks={stacks}
                sectionOf={sectionOf}
              />
            ))}
          </sorting.Frame>
        </SortingProvider>
        {searched === '' && !isSieved && <OutlineNames />}
        {searched !== '' && (
          <p role="status" className={styles.found}>
            {t('outline.find.found', {
              count: shown.reduce((all, section) => all + section.notes.length, 0),
            })}
          </p>
        )}
        <SelectionBar />
      </div>
    </div>
  )
}
