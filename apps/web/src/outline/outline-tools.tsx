import { SegmentedControl } from '@vispera/ui'
import { ChevronDown, Search } from 'lucide-react'
import { useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { Menu } from '../later/menu.tsx'
import { Looking } from '../looking/looking.tsx'
import { headingId } from './heading-id.ts'
import styles from './outline-tools.module.css'
import type { OutlineSection } from './sections/section.ts'

/** Finding a note, going to a heading, and reading the same notes in another arrangement. */
export function OutlineTools({
  search,
  onSearch,
  sections,
}: {
  search: string
  onSearch: (search: string) => void
  sections: readonly OutlineSection[]
}) {
  const { t } = useWords()
  return (
    <div className={styles.tools}>
      <search className={styles.find}>
        <Search aria-hidden="true" />
        <input
          type="search"
          dir={search === '' ? undefined : 'auto'}
          aria-label={t('outline.find')}
          placeholder={t('outline.find')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          onKeyDown={(event) => event.stopPropagation()}
        />
      </search>
      <Menu
        label={t('outline.goTo')}
        align="end"
        sections={[
          {
            id: 'headings',
            entries: sections.map((section) => ({
              id: section.key,
              label: section.heading,
              ...(section.notes.length > 0 ? { hint: section.notes.length } : {}),
              onSelect: () => goToHeading(section.key),
            })),
          },
        ]}
      >
        {t('outline.goTo')} <ChevronDown aria-hidden="true" />
      </Menu>
      <Looking />
      <Arrangements />
    </div>
  )
}

function goToHeading(section: string) {
  const heading = document.getElementById(headingId(section))
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

function Arrangements() {
  const { t } = useWords()
  const { kind, ui } = useBoardOnScreen()
  const chosen = useBoardUi((state) => state.arrangement)
  const all = kind.layout.engine === 'table' ? [] : kind.layout.arrangements
  const first = all[0]
  if (all.length < 2 || !first) return null
  return (
    <div className={styles.arrangements}>
      <SegmentedControl
        label={t('outline.arrangement')}
        value={all.find((one) => one.id === chosen)?.id ?? first.id}
        onChange={(arrangement) => ui.set({ arrangement })}
        segments={all.map((one) => ({ value: one.id, label: t(`${kind.id}.arrangement.${one.id}`) }))}
      />
    </div>
  )
}
