import { maxAltLength, type Note } from '@vispera/board'
import { Button, TextField } from '@vispera/ui'
import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { undoOnce } from '../actions/removing.ts'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { useWords } from '../i18n/use-words.ts'
import { NotePicture } from './note-picture.tsx'
import styles from './picture-dialog.module.css'

/** The picture of an opened note: to look at, to put into words, to take away. */
export function PictureField({ note }: { note: Note }) {
  const { t } = useWords()
  const actions = useActions()
  const context = useActionContext()
  const { media } = note
  if (!media) return null
  const isClosed = !actions.canWrite() || actions.isLocked(note.id)

  function remove() {
    actions.edit([note.id], { media: null })
    const message = t('pictures.removed')
    context.say(message)
    context.toast({ message, action: { label: t('outline.undo'), onAction: undoOnce(context) } })
  }

  return (
    <section className={styles.field} aria-label={t(`outline.picture.${media.kind}`)}>
      <NotePicture note={note} />
      <AltWords
        key={note.id}
        alt={media.alt}
        isClosed={isClosed}
        onChange={(alt) => actions.edit([note.id], { media: { ...media, alt } })}
      />
      {!isClosed && (
        <Button className={styles.another} onClick={remove}>
          <Trash2 aria-hidden="true" />
          {t(`pictures.remove.${media.kind}`)}
        </Button>
      )}
    </section>
  )
}

/** Written when somebody is done with it: it is one value, not words that people write together. */
function AltWords({
  alt,
  isClosed,
  onChange,
}: {
  alt: string
  isClosed: boolean
  onChange: (alt: string) => void
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState(alt)
  useEffect(() => setTyped(alt), [alt])
  if (isClosed) return <p dir="auto">{alt === '' ? t('pictures.undescribed') : alt}</p>
  return (
    <TextField
      multiline
      rows={2}
      label={t('pictures.alt')}
      hint={t('pictures.altWhy')}
      maxLength={maxAltLength}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed.trim() !== alt && onChange(typed.trim())}
    />
  )
}
