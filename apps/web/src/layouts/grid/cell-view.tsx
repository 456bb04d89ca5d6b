import { IconButton } from '@vispera/ui'
import { Plus } from 'lucide-react'
import { useActions } from '../../actions/use-actions.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useArranged } from '../shared/arranged-context.ts'
import { at } from '../shared/at.ts'
import styles from './grid.module.css'
import type { Cell } from './matrix.ts'

/** One cell: its hint while it is empty, and a plus in its corner. */
export function CellView({ cell, row }: { cell: Cell; row: number }) {
  const actions = useActions()
  const { t, dir } = useWords()
  const { lists } = useArranged()
  const name = lists.find(({ key }) => key === cell.key)?.label ?? ''
  const { place } = cell
  return (
    <div
      style={at(cell.rect)}
      className={styles.cell}
      data-row={row}
      data-empty={cell.isEmpty || undefined}
      dir={dir}
    >
      {cell.hint !== '' && <p className={styles.hint}>{cell.hint}</p>}
      {cell.echoes.length > 0 && (
        <ul className={styles.echoes} aria-label={t('surface.grid.echoes')}>
          {cell.echoes.map(({ id, words, why }) => (
            <li key={id} dir="auto" title={why || t('surface.grid.echoes')}>
              {why === '' ? words : t('surface.grid.echo', { words, why })}
            </li>
          ))}
        </ul>
      )}
      {place && actions.canWrite() && (
        <IconButton
          label={t('surface.list.addTo', { list: name })}
          variant="outline"
          tabIndex={-1}
          className={styles.add}
          onClick={() => actions.addNote({ place, edit: true })}
        >
          <Plus aria-hidden="true" />
        </IconButton>
      )}
    </div>
  )
}
