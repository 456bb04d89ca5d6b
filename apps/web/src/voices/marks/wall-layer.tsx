import type { Vote } from '@vispera/board'
import { mayWrite } from '@vispera/board'
import { classes, directionOf } from '@vispera/ui'
import { Heart, Plus } from 'lucide-react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useNoteExtra } from '../../board-ui/note-extras.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Arrangement, Box } from '../../layouts/layout.ts'
import { useSession } from '../../session/session-context.ts'
import { useHearts, useIsGallery } from '../care/use-heart.ts'
import { nameOf } from '../votes/option-words.ts'
import type { Option } from '../votes/options.ts'
import { useDots } from '../votes/use-ballot.ts'
import { useDotVote } from './use-dot-vote.ts'
import styles from './wall-layer.module.css'

/** More targets than this on one wall help nobody: the list has them all. */
const mostTargets = 300

/** Over the notes of the wall: where dots and hearts are given, and what themes got. */
export function WallLayer({ arranged }: { arranged: Arrangement }) {
  const { role } = useSession().me
  const open = useDotVote()
  const isGallery = useIsGallery()
  if (open && mayWrite(role)) return <DotTargets arranged={arranged} {...open} />
  if (isGallery && mayWrite(role)) return <HeartTargets arranged={arranged} />
  return <HeadingTotals arranged={arranged} />
}

/** Where words end by their own direction there is most room for a mark. */
const isRtl = (option: Option) => option.of !== 'link' && directionOf(option.note.text) === 'rtl'

const at = ({ x, y, w, h }: Box) => ({ left: x, top: y, width: w, height: h })

/** The whole note is the target; the dot lies on its corner. */
function DotTargets({
  arranged,
  vote,
  options,
}: {
  arranged: Arrangement
  vote: Vote
  options: readonly Option[]
}) {
  const words = useWords()
  const { t, number } = words
  const { mine, press } = useDots(vote, options.length)
  return options.slice(0, mostTargets).map((option) => {
    const box = arranged.boxes.get(option.id)
    if (!box) return null
    const count = mine(option.id)
    return (
      <button
        key={option.id}
        type="button"
        data-choice=""
        className={styles.target}
        style={at(box)}
        aria-pressed={count > 0}
        aria-label={t(vote.form === 'shaky' ? 'voices.mark.flagOn' : 'voices.mark.dotOn', {
          words: nameOf(option, words),
        })}
        onClick={() => press(option.id)}
      >
        <span
          className={classes(styles.dot, count > 0 && styles.filled, isRtl(option) && styles.atLeft)}
          aria-hidden="true"
        >
          {count > 1 ? number(count) : count === 0 && <Plus />}
        </span>
      </button>
    )
  })
}

function HeartTargets({ arranged }: { arranged: Arrangement }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const { isMine, toggle } = useHearts()
  const textOf = (id: string) => open.store.note(id)?.text ?? ''
  const cards = [...arranged.boxes].filter(([, box]) => box.look === 'card').slice(0, mostTargets)
  return cards.map(([id, box]) => {
    const on = isMine(id)
    return (
      <button
        key={id}
        type="button"
        data-choice=""
        className={classes(styles.heart, on && styles.given)}
        style={{
          left: box.x + (directionOf(textOf(id)) === 'rtl' ? -10 : box.w - 34),
          top: box.y + box.h - 30,
        }}
        aria-pressed={on}
        aria-label={t('voices.mark.heart')}
        onClick={() => void toggle(id)}
      >
        <Heart aria-hidden="true" />
      </button>
    )
  })
}

/** Notes carry their totals themselves; a theme's stands at the end of its heading. */
function HeadingTotals({ arranged }: { arranged: Arrangement }) {
  const votes = useNoteExtra((extras) => extras.votes)
  return [...votes].map(([id, { shown, label }]) => {
    const box = arranged.boxes.get(id)
    if (!box || box.look === 'card') return null
    return (
      <span key={id} className={styles.total} style={{ left: box.x + box.w - 20, top: box.y - 12 }}>
        <span aria-hidden="true">{shown}</span>
        <span className="visually-hidden">{label}</span>
      </span>
    )
  })
}
