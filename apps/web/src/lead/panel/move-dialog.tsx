import type { AgendaStage } from '@vispera/board'
import { Dialog } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { stateOf } from '../plan.ts'
import { nameOf } from '../stage-words.ts'
import { useAgenda } from '../use-agenda.ts'
import { useLead } from '../use-lead.ts'
import styles from './dialogs.module.css'

/** "Move to ...": before which of the stages to come, or at the end. */
export function MoveDialog({ stage, onClose }: { stage: AgendaStage; onClose: () => void }) {
  const words = useWords()
  const { t, number } = words
  const agenda = useAgenda()
  const { say } = useLead()
  const at = agenda.stages.findIndex(({ id }) => id === stage.id)
  const places = agenda.stages
    .map((before, index) => ({ before, index }))
    .filter(({ index }) => index !== at && index !== at + 1 && stateOf(agenda, index) === 'to-come')
  const moveTo = (before: string | null) => {
    void say('move-stage', { stage: stage.id, before })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('lead.move.title', { name: nameOf(stage, words) })}
      closeLabel={t('shell.close')}
      size="small"
    >
      <div className={styles.places}>
        {places.map(({ before, index }) => (
          <button key={before.id} type="button" onClick={() => moveTo(before.id)}>
            {t('lead.move.before', { number: number(index + 1), name: nameOf(before, words) })}
          </button>
        ))}
        {at !== agenda.stages.length - 1 && (
          <button type="button" onClick={() => moveTo(null)}>
            {t('lead.move.end')}
          </button>
        )}
      </div>
    </Dialog>
  )
}
