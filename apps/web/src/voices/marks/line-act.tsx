import type { Vote } from '@vispera/board'
import { mayWrite } from '@vispera/board'
import { classes } from '@vispera/ui'
import { Heart, Plus } from 'lucide-react'
import { useNoteExtra } from '../../board-ui/note-extras.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { useHearts, useIsGallery } from '../care/use-heart.ts'
import { useDots } from '../votes/use-ballot.ts'
import styles from './line-act.module.css'
import { useDotVote } from './use-dot-vote.ts'

/** At the end of a note's line in the outline: my dot while a vote is open, my heart while people walk along. */
export function LineAct({ noteId, isHeading = false }: { noteId: string; isHeading?: boolean }) {
  const { role } = useSession().me
  const open = useDotVote()
  const isGallery = useIsGallery()
  if (!mayWrite(role)) return isHeading ? <HeadingTotal noteId={noteId} /> : null
  if (open) {
    return open.options.some(({ id }) => id === noteId) ? (
      <DotAct noteId={noteId} vote={open.vote} options={open.options.length} />
    ) : null
  }
  if (isGallery && !isHeading) return <HeartAct noteId={noteId} />
  return isHeading ? <HeadingTotal noteId={noteId} /> : null
}

function DotAct({ noteId, vote, options }: { noteId: string; vote: Vote; options: number }) {
  const { t, number } = useWords()
  const { mine, press } = useDots(vote, options)
  const count = mine(noteId)
  return (
    <button
      type="button"
      className={classes(styles.act, styles.dot, count > 0 && styles.filled)}
      aria-pressed={count > 0}
      aria-label={t(vote.form === 'shaky' ? 'voices.mark.giveFlag' : 'voices.mark.giveDot')}
      onClick={() => press(noteId)}
    >
      {count > 1 ? number(count) : count === 0 && <Plus aria-hidden="true" />}
    </button>
  )
}

function HeartAct({ noteId }: { noteId: string }) {
  const { t } = useWords()
  const { isMine, toggle } = useHearts()
  const on = isMine(noteId)
  return (
    <button
      type="button"
      className={classes(styles.act, styles.heart, on && styles.given)}
      aria-pressed={on}
      aria-label={t('voices.mark.heart')}
      onClick={() => void toggle(noteId)}
    >
      <Heart aria-hidden="true" />
    </button>
  )
}

/** What a theme got in the last vote; notes say it at their foot. */
function HeadingTotal({ noteId }: { noteId: string }) {
  const fact = useNoteExtra(({ facts }) => facts.get(noteId)?.find(({ icon }) => icon === undefined))
  return fact ? <span className={styles.total}>{fact.text}</span> : null
}
