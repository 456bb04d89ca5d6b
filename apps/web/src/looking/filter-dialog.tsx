import { Button, Dialog } from '@vispera/ui'
import { useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './filter-dialog.module.css'
import {
  type Choices,
  filterBy,
  filtersOf,
  isFilter,
  itemsOf,
  nameOf,
  unsaid,
  valuesOf,
} from './filter-sieve.ts'
import { useSieveInput } from './use-sieve-input.ts'

/** No choice: a value that no note can have, because what notes say is trimmed. */
const any = ' '

/** Which notes of a grid to look at. It takes hold at once, on this screen alone. */
export function FilterDialog({ onClose }: { onClose: () => void }) {
  const { ui, kind } = useBoardOnScreen()
  const words = useWords()
  const { t } = words
  const input = useSieveInput()
  const sieve = useBoardUi((state) => state.sieve)
  const choices: Choices = isFilter(sieve) ? sieve.choices : {}
  const items = itemsOf(input)
  const hidden = sieve?.hides(input).size ?? 0

  function choose(by: string, value: string) {
    const { [by]: _before, ...others } = choices
    const next = value === any ? others : { ...others, [by]: value }
    // What was in hand stays in sight: it must not hide from the choice that is made now.
    ui.set({ sieve: Object.keys(next).length === 0 ? null : filterBy(next), selection: new Set() })
  }

  return (
    <Dialog
      open
      size="small"
      title={t('surface.look.filterTitle')}
      closeLabel={t('surface.look.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => ui.set({ sieve: null })} disabled={sieve === null}>
            {t('surface.look.everything')}
          </Button>
          <Button variant="ink" onClick={onClose}>
            {t('surface.look.done')}
          </Button>
        </>
      }
    >
      <p className={styles.hint}>{t('surface.look.filterHint')}</p>
      {filtersOf(kind).map((by) => (
        <label key={by} className={styles.field}>
          <span>{nameOf(input, by, words)}</span>
          <select value={choices[by] ?? any} onChange={(event) => choose(by, event.target.value)}>
            <option value={any}>{t('surface.look.any')}</option>
            {valuesOf(input, by, words).map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
            <option value={unsaid}>{t('surface.look.unsaid')}</option>
          </select>
        </label>
      ))}
      <p role="status" className={styles.count}>
        {t('surface.look.shown', { shown: items.length - hidden, all: items.length })}
      </p>
    </Dialog>
  )
}
