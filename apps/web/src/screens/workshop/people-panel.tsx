import type { Stage } from '@vispera/board'
import { Panel, personInk } from '@vispera/ui'
import { UserRound } from 'lucide-react'
import { useBoardOnScreen, useOthers } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DoorSection } from '../../people/door/door-section.tsx'
import { RoleMenu } from '../../people/roles/role-menu.tsx'
import { keeps } from '../../session/lead-line.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { BoardPresence, Person } from '../../session/workshop-session.ts'
import { faceOf, initialsOf } from './people-button.tsx'
import styles from './people-panel.module.css'
import { useHeads } from './use-heads.ts'

/** Who is here, on which board, and what they hold or write. Observers are a number; protected people too. */
export function PeoplePanel({ stage, onClose }: { stage: Stage; onClose: () => void }) {
  const { t } = useWords()
  const { me } = useSession()
  const { here, observers } = useHeads()
  const everyone = useSessionValue((session) => session.people())
  const isProtected = stage.workshop.safety === 'protected'
  const session = useSession()
  // Whoever leads may make an observer take part, and so sees them one by one.
  const others = everyone.filter(
    ({ role }) => role !== 'screen' && (role !== 'observer' || session.canLead()),
  )
  return (
    <Panel
      title={t('shell.people')}
      aside={t('shell.people.here', { count: here })}
      closeLabel={t('shell.close')}
      onClose={onClose}
    >
      {isProtected ? (
        <p className={styles.aside}>
          {t('shell.people.protected')} {session.canLead() && t('people.role.protected')}
        </p>
      ) : (
        <ul className={styles.people}>
          <li className={styles.person}>
            <Face initials={initialsOf(me.name)} />
            <div>
              <p className={styles.name}>
                {t('shell.people.you', { name: me.name || t('shell.people.noName') })}
              </p>
              <p className={styles.does}>{t(`shell.role.${me.role}`)}</p>
            </div>
          </li>
          {others.map((person) => (
            <PersonLine key={person.id} person={person} stage={stage} />
          ))}
        </ul>
      )}
      {session.canLead() && !isProtected && <p className={styles.aside}>{t('people.role.hint')}</p>}
      {observers > 0 && <p className={styles.aside}>{t('shell.people.observers', { count: observers })}</p>}
      {keeps(me.role) && <DoorSection />}
    </Panel>
  )
}

function PersonLine({ person, stage }: { person: Person; stage: Stage }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const presence = useOthers().find((other) => other.person.id === person.id)
  const at = useSessionValue((session) => session.whereabouts().get(person.id))
  const board = stage.boards.find((entry) => entry.id === at)
  const elsewhere = board && board.id !== open.entry.id ? board : null
  const { initials, color } = faceOf(person)
  const does = presence && doingOf(presence, t)
  return (
    <li className={styles.person}>
      <Face initials={initials} ink={personInk(color)} />
      <div>
        <p className={styles.name} dir="auto">
          {person.name || t('shell.people.noName')}
        </p>
        <p className={styles.does}>
          {person.role !== 'participant' && <span>{t(`shell.role.${person.role}`)}</span>}
          {does ?? (elsewhere && <span>{t('shell.people.on', { board: elsewhere.title })}</span>)}
        </p>
      </div>
      <RoleMenu person={person} name={person.name || t('shell.people.noName')} />
    </li>
  )
}

function doingOf(presence: BoardPresence, t: (id: string, values?: Record<string, number>) => string) {
  if (presence.held.length > 0)
    return <span>{t('shell.people.holding', { count: presence.held.length })}</span>
  return presence.writing === null ? undefined : <span>{t('shell.people.writing')}</span>
}

/** A disc with initials, or the sign of a person for somebody without a name. */
function Face({ initials, ink = 'var(--ink)' }: { initials: string; ink?: string }) {
  return (
    <span className={styles.face} style={{ backgroundColor: ink }} aria-hidden="true">
      {initials || <UserRound />}
    </span>
  )
}
