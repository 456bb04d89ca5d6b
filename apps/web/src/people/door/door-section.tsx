import { type LobbyState, type Newcomer, readWaiting } from '@vispera/board'
import { Button, SegmentedControl } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useCommand } from '../use-command.ts'
import { useLeadValue } from '../use-lead-value.ts'
import styles from './door-section.module.css'

const nobody: readonly Newcomer[] = []

export const useWaiting = (): readonly Newcomer[] => useLeadValue(readWaiting, nobody)

/** The door: who comes in by themselves, who waits, and for keepers the answer to each. */
export function DoorSection() {
  const { t } = useWords()
  const session = useSession()
  const command = useCommand()
  const lobby = useSessionValue(({ stage }) => stage()?.workshop.lobby ?? 'open')
  const waiting = useWaiting()
  const states = ['open', 'ask', 'closed'] as const
  return (
    <section className={styles.door} aria-label={t('people.door')}>
      <h3>{t('people.door')}</h3>
      {session.canLead() ? (
        <SegmentedControl<LobbyState>
          label={t('people.door')}
          segments={states.map((value) => ({ value, label: t(`people.door.${value}`) }))}
          value={lobby}
          onChange={(state) => void command('lobby', { state })}
        />
      ) : null}
      <p className={styles.hint}>{t(`people.door.${lobby}.what`)}</p>
      {waiting.length > 0 && (
        <>
          <h4>{t('people.door.waiting', { count: waiting.length })}</h4>
          <ul className={styles.waiting}>
            {waiting.map((newcomer) => (
              <Waiting key={newcomer.who} newcomer={newcomer} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Waiting({ newcomer: { who, alias, number, role } }: { newcomer: Newcomer }) {
  const { t } = useWords()
  const command = useCommand()
  const name = alias || t('people.door.number', { number })
  return (
    <li>
      <p>
        <strong dir="auto">{name}</strong> <span className={styles.hint}>{t(`shell.role.${role}`)}</span>
      </p>
      <div className={styles.acts}>
        <Button
          size="small"
          aria-label={t('people.door.turnAway.who', { name })}
          onClick={() => void command('turn-away', { who })}
        >
          {t('people.door.turnAway')}
        </Button>
        <Button
          size="small"
          variant="ink"
          aria-label={t('people.door.admit.who', { name })}
          onClick={() => void command('admit', { who })}
        >
          {t('people.door.admit')}
        </Button>
      </div>
    </li>
  )
}
