import { IconButton } from '@vispera/ui'
import { Plus } from 'lucide-react'
import { settingKeys } from '../../actions/actions.ts'
import { useActions } from '../../actions/use-actions.ts'
import { useWords } from '../../i18n/use-words.ts'
import { at } from './at.ts'
import type { ListHead } from './list.ts'
import styles from './wall.module.css'
import { WallLabel } from './wall-label.tsx'

/** A list's heading and question; while nothing stands there, a dashed slot with one plus. */
export function ListHeadView({ head }: { head: ListHead }) {
  const { dir } = useWords()
  return (
    <>
      <div style={at(head.rect)} className={styles.head} dir={dir}>
        <WallLabel label={head.label} setting={labelSetting(head)} className={styles.zone} />
        {head.prompt !== '' && <p className={styles.prompt}>{head.prompt}</p>}
      </div>
      {head.emptySlot && <EmptySlot head={head} />}
    </>
  )
}

const labelSetting = ({ place }: ListHead) => ('zone' in place ? settingKeys.label('zone', place.zone) : null)

function EmptySlot({ head }: { head: ListHead }) {
  const actions = useActions()
  const { t, dir } = useWords()
  if (!head.emptySlot) return null
  return (
    <div style={at(head.emptySlot)} className={styles.slot} dir={dir}>
      <p>{t('surface.list.empty')}</p>
      {head.adds !== null && actions.canWrite() && (
        <IconButton
          label={t('surface.list.addTo', { list: head.label })}
          variant="outline"
          tabIndex={-1}
          className={styles.add}
          onClick={() => actions.addNote({ kind: head.adds ?? '', place: head.place, edit: true })}
        >
          <Plus aria-hidden="true" />
        </IconButton>
      )}
    </div>
  )
}
