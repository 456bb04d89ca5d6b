import { Button } from '@vispera/ui'
import { UsersRound } from 'lucide-react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useOverlay } from '../../screens/workshop/overlays.tsx'
import { useSession } from '../../session/session-context.ts'
import { GroupTimes } from './group-times.tsx'
import styles from './groups.module.css'
import { TimeLeft, useMinuteMark, useTimesOver } from './time-left.tsx'
import { useGroups } from './use-groups.ts'

const marks = [2, 0]
/** Times that a leader sees beside the board; all of them are one press away. */
const mostTimes = 3

/** "You are in group 2: with ...", how long, and the way to its place; for those who lead, the way to all groups. */
export function GroupBanner() {
  const { t, formatTag } = useWords()
  const session = useSession()
  const goTo = useGoToBoard()
  const open = useOverlay()
  const { open: board } = useBoardOnScreen()
  const { split, groups, mine, membersOf, sizeOf } = useGroups()
  const mark = useMinuteMark(mine?.endsAt ?? null, marks)
  const over = useTimesOver(groups)
  if (split?.state !== 'running') return null
  const leads = session.canLead()
  if (!mine && !leads) return null
  const names = mine ? membersOf(mine.id).map(({ name }) => name || t('shell.people.noName')) : []
  const others = mine ? sizeOf(mine.id) - 1 : 0
  const list = new Intl.ListFormat(formatTag, { type: 'conjunction' })
  const place = mine && (split.own === 'copy' ? mine.at : split.board)
  return (
    <section className={styles.banner} aria-label={t('people.groups')} data-region="">
      <UsersRound aria-hidden="true" />
      <div className={styles.words}>
        {mine ? (
          <p>
            <strong>{t('people.groups.you', { number: mine.number })}</strong>{' '}
            <span dir="auto">
              {names.length === others && others > 0
                ? t('people.groups.with', { names: list.format(names) })
                : t('people.groups.others', { count: others })}
            </span>
          </p>
        ) : (
          <p>
            <strong>{t('people.groups.running', { count: split.groups.length })}</strong>
          </p>
        )}
        <p role="status" className={styles.mark}>
          {mine
            ? mark !== null && t(mark === 0 ? 'people.groups.over' : 'people.groups.soon', { count: mark })
            : over.length > 0 &&
              t('people.groups.over.which', {
                groups: list.format(over.map((number) => t('people.groups.name', { number }))),
              })}
        </p>
      </div>
      {mine && mine.endsAt !== null && <TimeLeft endsAt={mine.endsAt} />}
      {mine && place !== null && (split.own === 'area' || board.entry.id !== place) && (
        <Button
          size="small"
          onClick={() => (split.own === 'copy' ? goTo(mine.at) : goTo(split.board, mine.at))}
        >
          {t('people.groups.go')}
        </Button>
      )}
      {leads && (
        <Button size="small" variant={mine ? 'outline' : 'ink'} onClick={() => open('groups')}>
          {t('people.groups.all')}
        </Button>
      )}
      {!mine && <GroupTimes most={mostTimes} className={styles.row} />}
    </section>
  )
}
