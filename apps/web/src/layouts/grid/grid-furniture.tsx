import { Button, IconButton } from '@vispera/ui'
import { Plus } from 'lucide-react'
import { useActions } from '../../actions/use-actions.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { FurnitureProps } from '../layout.ts'
import { at } from '../shared/at.ts'
import { ListHeadView } from '../shared/list-head.tsx'
import { WallLabel } from '../shared/wall-label.tsx'
import { type GridFurniture as Furniture, zoneSetting } from './arrange-grid.ts'
import { CellView } from './cell-view.tsx'
import styles from './grid.module.css'
import type { PromptCard } from './prompts.ts'

/** Rows, columns and cells, what stands over and under them, and gentle questions. */
export function GridFurniture({ furniture }: FurnitureProps<Furniture>) {
  const { dir } = useWords()
  const { rows, columns, cells, strip, heads, moments, prompts } = furniture
  return (
    <>
      {strip && (
        <>
          <ListHeadView head={strip.head} />
          <div style={at(strip.rule)} className={styles.hairline} />
        </>
      )}
      {cells.map((cell) => (
        <CellView key={cell.key} cell={cell} row={rows.findIndex(({ key }) => key === cell.row)} />
      ))}
      {columns.map((column) => (
        <div
          key={column.key}
          style={at(column.rect)}
          className={styles.column}
          dir={dir}
          data-words={column.setting === null || undefined}
        >
          <WallLabel label={column.label} setting={column.setting} className={styles.columnName} />
          {column.hint !== '' && <p>{column.hint}</p>}
        </div>
      ))}
      {rows.map((row) => (
        <div
          key={row.key}
          style={at(row.rect)}
          className={styles.row}
          dir={dir}
          data-words={row.setting === null || undefined}
        >
          <WallLabel label={row.label} setting={row.setting} className={styles.rowName} />
          {row.hint !== '' && <p>{row.hint}</p>}
        </div>
      ))}
      {moments && <Rail moments={moments} />}
      {heads.map((head) => (
        <ListHeadView key={head.key} head={head} />
      ))}
      {prompts.map((prompt) => (
        <PromptView key={prompt.id} prompt={prompt} />
      ))}
    </>
  )
}

function Rail({ moments }: { moments: NonNullable<Furniture['moments']> }) {
  const { dir, t } = useWords()
  const actions = useActions()
  return (
    <>
      <div style={at(moments.rail)} className={styles.rail} />
      <div style={at(moments.at)} className={styles.momentsHead} dir={dir}>
        <WallLabel label={moments.label} setting={zoneSetting(moments.zone)} className={styles.zone} />
        <p>{moments.prompt}</p>
      </div>
      {actions.canWrite() && (
        <div style={at(moments.add)}>
          <IconButton
            label={t('surface.list.addTo', { list: moments.label })}
            variant="outline"
            tabIndex={-1}
            className={styles.add}
            onClick={() =>
              actions.addNote({ kind: moments.noteKind, place: { zone: moments.zone }, edit: true })
            }
          >
            <Plus aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </>
  )
}

/** A question, not a score. */
function PromptView({ prompt }: { prompt: PromptCard }) {
  const { t, dir } = useWords()
  const actions = useActions()
  const { ui } = useBoardOnScreen()
  const show = () => {
    ui.select(prompt.notes)
    const [first] = prompt.notes
    if (first !== undefined) ui.reveal(first)
  }
  return (
    <div style={at(prompt.rect)} className={styles.question} dir={dir}>
      <h3>{prompt.question}</h3>
      {prompt.why !== '' && <p>{prompt.why}</p>}
      <div className={styles.answers}>
        <Button tabIndex={-1} className={styles.answer} onClick={show}>
          {t('surface.prompt.show')}
        </Button>
        {actions.canWrite() && (
          <Button
            tabIndex={-1}
            variant="quiet"
            className={styles.answer}
            onClick={() => actions.dismissPrompt(prompt.id)}
          >
            {t('surface.prompt.dismiss')}
          </Button>
        )}
      </div>
    </div>
  )
}
