import { Button, Dialog, TextField } from '@vispera/ui'
import { useState } from 'react'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { SelectField } from '../../lead/panel/select-field.tsx'
import type { OverlayProps } from '../../screens/workshop/overlays.tsx'
import { useSessionValue } from '../../session/use-session-value.ts'
import type { Person } from '../../session/workshop-session.ts'
import { useCommand } from '../use-command.ts'
import styles from './groups.module.css'
import { TimeActs } from './time-acts.tsx'
import { TimeLeft } from './time-left.tsx'
import { type Group, useGroups } from './use-groups.ts'
import { whole } from './whole.ts'

/** All groups at once, for those who lead: how many are in each, who where they are known, and their time. */
export function GroupsOverview({ onClose }: OverlayProps) {
  const { t } = useWords()
  const command = useCommand()
  const { split, groups } = useGroups()
  const [isEnding, setEnding] = useState(false)
  const [typed, setTyped] = useState('10')
  const minutes = whole(typed, 1, 240)
  if (!split) return null
  const end = async (name: string) => {
    if (await command(name)) onClose()
  }
  return (
    <Dialog
      open
      size="large"
      title={t('people.groups')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        isEnding ? (
          <>
            <p className={styles.ask} role="alert">
              {t(split.own === 'copy' ? 'people.groups.end.copy' : 'people.groups.end.area')}
            </p>
            <Button onClick={() => setEnding(false)}>{t('shell.cancel')}</Button>
            <Button variant="ink" onClick={() => void end('end-groups')}>
              {t('people.groups.end')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => setEnding(true)}>{t('people.groups.end')}</Button>
            {split.own === 'copy' && (
              <Button variant="ink" onClick={() => void end('gather')}>
                {t('people.groups.gather')}
              </Button>
            )}
          </>
        )
      }
    >
      <h3 tabIndex={-1} data-autofocus="" className={styles.all}>
        {t('people.groups.all')}
      </h3>
      <div className={styles.timer}>
        <TimeActs groups={groups} minutes={minutes} />
        <Button size="small" onClick={() => void command('group-timer', { minutes: 2 })}>
          {t('people.groups.two')}
        </Button>
        <TextField
          className={styles.minutes}
          label={t('people.groups.minutes.given')}
          type="number"
          inputMode="numeric"
          min={1}
          max={240}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <ul className={styles.groups}>
        {groups.map((group) => (
          <GroupCard key={group.id} group={group} minutes={minutes} onGo={onClose} />
        ))}
      </ul>
      <Unplaced groups={groups} />
      <p className={styles.hint}>{t(split.private ? 'people.groups.isPrivate' : 'people.groups.isPublic')}</p>
    </Dialog>
  )
}

interface GroupCardProps {
  readonly group: Group
  readonly minutes: number
  readonly onGo: () => void
}

function GroupCard({ group, minutes, onGo }: GroupCardProps) {
  const { t } = useWords()
  const goTo = useGoToBoard()
  const { split, groups, membersOf, sizeOf } = useGroups()
  if (!split) return null
  const name = t('people.groups.name', { number: group.number })
  const visit = () => {
    onGo()
    if (split.own === 'copy') goTo(group.at)
    else goTo(split.board, group.at)
  }
  return (
    <li className={styles.group}>
      <h3>
        {name} <span className={styles.hint}>{t('people.groups.size', { count: sizeOf(group.id) })}</span>
      </h3>
      <div className={styles.clock}>
        {group.endsAt === null ? (
          <span className={styles.hint}>{t('people.groups.noTimer')}</span>
        ) : (
          <TimeLeft endsAt={group.endsAt} label={t('people.groups.left.of', { group: name })} />
        )}
        <TimeActs groups={groups} minutes={minutes} only={group} />
      </div>
      <Members people={membersOf(group.id)} group={group.id} groups={groups} />
      <Button size="small" onClick={visit} aria-label={t('people.groups.visit.which', { group: name })}>
        {t('people.groups.visit')}
      </Button>
    </li>
  )
}

function Members({
  people,
  group,
  groups,
}: {
  people: readonly Person[]
  group: string
  groups: readonly Group[]
}) {
  const { t } = useWords()
  const command = useCommand()
  return (
    <ul>
      {people.map(({ id, name }) => (
        <li key={id}>
          <SelectField
            label={name || t('shell.people.noName')}
            value={group}
            options={[
              ...(group === '' ? [{ value: '', label: t('people.groups.none') }] : []),
              ...groups.map((one) => ({
                value: one.id,
                label: t('people.groups.name', { number: one.number }),
              })),
            ]}
            onChange={(to) => {
              if (to !== '' && to !== group) void command('move-to-group', { participant: id, group: to })
            }}
          />
        </li>
      ))}
    </ul>
  )
}

/** Those who are in no group: they came as something else than participants, or are yet to be placed. */
function Unplaced({ groups }: { groups: readonly Group[] }) {
  const { t } = useWords()
  const people = useSessionValue((session) => session.people())
  const groupOf = useSessionValue((session) => session.groups()).groupOf
  const free = people.filter(({ id, role }) => !groupOf.has(id) && role !== 'observer' && role !== 'screen')
  if (free.length === 0) return null
  return (
    <section className={styles.group}>
      <h3>{t('people.groups.none')}</h3>
      <Members people={free} group="" groups={groups} />
    </section>
  )
}
