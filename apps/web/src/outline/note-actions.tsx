import type { Note } from '@vispera/board'
import { Button, Kbd } from '@vispera/ui'
import { Plus } from 'lucide-react'
import { mayAskBefore } from '../actions/chain-ends.ts'
import { pick } from '../actions/pick.ts'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { useBoardUi } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { PromptsOfNote } from '../note/prompts-of-note.tsx'
import styles from './note-actions.module.css'

/** What people most often do with a chosen note, as buttons with words. Everything else is in its menu. */
export function NoteActions({ note }: { note: Note }) {
  const { t } = useWords()
  const context = useActionContext()
  const actions = useActions()
  const { kind } = context
  const { layout } = kind
  const isFree = actions.isFree(note.id)
  const canPutWith = layout.engine === 'canvas' && note.kind !== layout.theme && !note.keepSeparate
  const asksBefore = layout.engine === 'timeline' && mayAskBefore(kind, note.kind) ? layout.chain : null
  // Read forwards, the question goes the other way.
  const isForwards = useBoardUi((ui) => ui.arrangement === 'forwards')
  const open = <Button onClick={() => actions.openNote(note.id)}>{t('outline.menu.open')}</Button>
  if (!actions.canWrite()) return <div className={styles.acts}>{open}</div>
  return (
    <div className={styles.acts}>
      <PromptsOfNote noteId={note.id} className={styles.prompt} />
      {isForwards && note.kind === asksBefore?.step && (
        <Button variant="ink" onClick={() => actions.askAfter(note.id)}>
          <Plus aria-hidden="true" />
          {t(`ask.${asksBefore.step}.after`)}
        </Button>
      )}
      {asksBefore && !isForwards && (
        <Button variant="ink" onClick={() => actions.askBefore(note.id)}>
          <Plus aria-hidden="true" />
          {t(`ask.${asksBefore.step}.before`)}
          <Kbd>B</Kbd>
        </Button>
      )}
      {isFree && (
        <Button
          variant={asksBefore ? 'outline' : 'ink'}
          onClick={() => pick(context, ({ pickMove }) => pickMove(context, actions, [note.id]))}
        >
          {t('outline.menu.move')}
        </Button>
      )}
      {canPutWith && (
        <Button onClick={() => pick(context, ({ pickPutWith }) => pickPutWith(context, actions, [note.id]))}>
          {t('outline.menu.putWith')}
        </Button>
      )}
      <Button onClick={() => actions.editNote(note.id)}>{t('outline.note.edit')}</Button>
      {open}
    </div>
  )
}
