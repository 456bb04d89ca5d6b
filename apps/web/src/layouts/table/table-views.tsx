import { classes, directionOf } from '@vispera/ui'
import { useActions } from '../../actions/use-actions.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { FurnitureProps, LookProps } from '../layout.ts'
import { useArranged } from '../shared/arranged-context.ts'
import { at } from '../shared/at.ts'
import { ListHeadView } from '../shared/list-head.tsx'
import { cellWords, type TableFurniture as Furniture } from './arrange-table.ts'
import styles from './table.module.css'

/** Tables with their column names, and lists under them. */
export function TableFurniture({ furniture }: FurnitureProps<Furniture>) {
  const { dir } = useWords()
  return (
    <>
      {furniture.tables.map((table) => (
        <div key={table.head.key}>
          <ListHeadView head={table.head} />
          <div style={at(table.names)} className={styles.names}>
            {table.columns.map((column) => (
              <span key={column.field ?? ''} style={{ left: column.x, width: column.w }} dir={dir}>
                {column.label}
              </span>
            ))}
          </div>
        </div>
      ))}
      {furniture.heads.map((head) => (
        <ListHeadView key={head.key} head={head} />
      ))}
    </>
  )
}

/** A note as a row: its words, then its fields. Its fields are edited in the opened note. */
export function TableRow({ note, children, selected }: LookProps) {
  const { kind } = useBoardOnScreen()
  const words = useWords()
  const actions = useActions()
  const { tables } = useArranged().furniture as Furniture
  const columns = (
    tables.find(({ head }) => 'zone' in head.place && isIn(note.place, head.place.zone)) ?? tables[0]
  )?.columns
  return (
    <div className={classes(styles.row, selected && styles.chosen)}>
      {columns?.map(({ field, x, w, label }) =>
        field === null ? (
          <div
            key=""
            style={{ left: x, width: w }}
            className={styles.words}
            dir={directionOf(note.text) ?? words.dir}
          >
            {children ?? note.text}
          </div>
        ) : (
          <button
            key={field}
            type="button"
            tabIndex={-1}
            style={{ left: x, width: w }}
            className={styles.value}
            title={label}
            dir={words.dir}
            onClick={() => actions.openNote(note.id)}
          >
            {cellWords({ kind, words }, note, field) || (
              <span className={styles.none}>{words.t('surface.table.none')}</span>
            )}
          </button>
        ),
      )}
    </div>
  )
}

const isIn = (place: unknown, zone: string): boolean =>
  typeof place === 'object' && place !== null && 'zone' in place && place.zone === zone
