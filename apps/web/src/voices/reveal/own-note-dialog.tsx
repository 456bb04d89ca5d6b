import { maxNoteLength } from '@vispera/board'
import { Button, Dialog, TextField } from '@vispera/ui'
import { useState } from 'react'
import { announce } from '../../actions/announcer.ts'
import { useBoardOnScreen, useNote } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import { ownKeys } from '../../session/own-keys.ts'
import { useSession } from '../../session/session-context.ts'
import styles from './own-note-dialog.module.css'
import { useOwnWords } from './use-own-words.ts'

/** My own note, which carries no name: with the key on this device I can still change it or take it back. */
export function OwnNoteDialog({ noteId, onClose }: { noteId: string; onClose: () => void }) {
  const note = useNote(noteId)
  const session = useSession()
  const key = ownKeys(session.workshop).get(note?.withdrawKey ?? '')
  const { open } = useBoardOnScreen()
  const words = useOwnWords(open.entry.id, noteId, key)
  if (!note || key === undefined || words === null) return null
  return (
    <OwnNote
      noteId={noteId}
      ownKey={key}
      before={words}
      isHidden={note.state === 'hidden-for-care'}
      isSensitive={note.sensitivity === 'do-not-record'}
      onClose={onClose}
    />
  )
}

interface OwnNoteProps {
  readonly noteId: string
  readonly ownKey: string
  readonly before: string
  readonly isHidden: boolean
  readonly isSensitive: boolean
  readonly onClose: () => void
}

function OwnNote({ noteId, ownKey, before, isHidden, isSensitive, onClose }: OwnNoteProps) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const { say } = useLead()
  const [text, setText] = useState(before)
  const [keepsOut, setKeepsOut] = useState(isSensitive)

  async function act(change: Readonly<Record<string, unknown>>, said: string) {
    const answer = await say('own-note', { board: open.entry.id, note: noteId, key: ownKey, ...change })
    if (!answer) return
    announce(t(said))
    onClose()
  }
  const save = () =>
    act(
      {
        do: 'edit',
        text: text.trim(),
        ...(keepsOut ? { sensitivity: 'do-not-record' } : {}),
      },
      'voices.own.saved',
    )
  return (
    <Dialog
      open
      title={t('voices.own')}
      closeLabel={t('voices.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void act({ do: 'withdraw' }, 'voices.own.withdrawn')}>
            {t('voices.own.withdraw')}
          </Button>
          <Button variant="ink" disabled={text.trim() === ''} onClick={() => void save()}>
            {t('voices.own.save')}
          </Button>
        </>
      }
    >
      {isHidden && <p className={styles.care}>{t('voices.care.explained')}</p>}
      <TextField
        multiline
        rows={4}
        maxLength={maxNoteLength}
        label={t('voices.own.words')}
        hint={t('voices.own.hint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <label className={styles.keepOut}>
        <input
          type="checkbox"
          checked={keepsOut}
          // An author makes it only stricter: somebody else may have marked it for a reason.
          disabled={isSensitive}
          onChange={(event) => setKeepsOut(event.target.checked)}
        />
        {t('voices.own.keepOut')}
      </label>
    </Dialog>
  )
}
