import type { Link, Note } from '@vispera/board'
import { Button, IconButton } from '@vispera/ui'
import { Link2, X } from 'lucide-react'
import { useState } from 'react'
import { shortWords } from '../actions/action-context.ts'
import { linkWays } from '../actions/link-ways.ts'
import { pick } from '../actions/pick.ts'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { useBoard } from '../board-ui/board-context.ts'
import { useDerived } from '../board-ui/use-derived.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './note-links.module.css'

/** Every link of the note on this board as a sentence, to read, change and take away; and a way to add one. */
export function NoteLinks({ note }: { note: Note }) {
  const { t } = useWords()
  const context = useActionContext()
  const actions = useActions()
  const board = useBoard()
  const mine = board.links.filter((link) => link.from === note.id || link.to === note.id)
  const canAdd = actions.canWrite() && linkWays(context.kind, note.kind).length > 0
  if (mine.length === 0 && !canAdd) return null
  return (
    <section aria-label={t('outline.links')}>
      <h3 className={styles.label}>{t('outline.links')}</h3>
      {mine.length > 0 && (
        <ul className={styles.links}>
          {mine.map((link) => (
            <LinkSentence key={link.id} link={link} noteId={note.id} />
          ))}
        </ul>
      )}
      {canAdd && (
        <Button
          className={styles.add}
          onClick={() => pick(context, ({ pickLink }) => pickLink(context, actions, note.id))}
        >
          <Link2 aria-hidden="true" />
          {t('outline.links.add')}
        </Button>
      )}
    </section>
  )
}

function LinkSentence({ link, noteId }: { link: Link; noteId: string }) {
  const { t } = useWords()
  const { kind, ui } = useActionContext()
  const actions = useActions()
  const board = useBoard()
  const words = (id: string) =>
    t('outline.quoted', {
      words: shortWords(
        board.notes.find((note) => note.id === id),
        t,
      ),
    })
  const sentence = t(`link.${link.kind}.sentence`, { from: words(link.from), to: words(link.to) })
  const other = link.from === noteId ? link.to : link.from
  const isAtMoment = kind.layout.engine === 'grid' && kind.layout.moments?.link === link.kind
  return (
    <li className={styles.link}>
      <div>
        <button type="button" className={styles.sentence} dir="auto" onClick={() => ui.reveal(other)}>
          {sentence}
        </button>
        {isAtMoment && <Timing link={link} />}
        <Disagreement link={link} />
      </div>
      {actions.canWrite() && (
        <IconButton label={t('outline.links.remove', { sentence })} onClick={() => actions.unlink(link.id)}>
          <X aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}

const timings = ['before', 'at', 'after'] as const

/** When it happens, seen from the moment. */
function Timing({ link }: { link: Link }) {
  const { t } = useWords()
  const actions = useActions()
  return (
    <select
      className={styles.timing}
      aria-label={t('outline.timing')}
      value={link.timing ?? 'at'}
      disabled={!actions.canWrite()}
      onChange={(event) => {
        const timing = timings.find((one) => one === event.target.value)
        if (timing) actions.editLink(link.id, { timing })
      }}
    >
      {timings.map((timing) => (
        <option key={timing} value={timing}>
          {t(`outline.timing.${timing}`)}
        </option>
      ))}
    </select>
  )
}

/** Two dates that do not go together: said gently, never put right by itself; people may say why they keep it. */
function Disagreement({ link }: { link: Link }) {
  const { t } = useWords()
  const actions = useActions()
  const derived = useDerived()
  const [why, setWhy] = useState(link.why ?? '')
  const all = (Array.isArray(derived.disagreements) ? derived.disagreements : []) as readonly {
    link: string
  }[]
  if (!all.some((one) => one.link === link.id)) return null
  return (
    <label className={styles.disagreement}>
      {t('outline.links.dates')}
      <input
        type="text"
        dir={why === '' ? undefined : 'auto'}
        maxLength={600}
        value={why}
        placeholder={t('outline.links.why')}
        disabled={!actions.canWrite()}
        onChange={(event) => setWhy(event.target.value)}
        onBlur={() =>
          why.trim() !== (link.why ?? '') && actions.editLink(link.id, { why: why.trim() || undefined })
        }
      />
    </label>
  )
}
