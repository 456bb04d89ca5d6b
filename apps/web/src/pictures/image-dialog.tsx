import { Button, Dialog } from '@vispera/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { ApiError, sentenceFor } from '../session/api-error.ts'
import { useSession } from '../session/session-context.ts'
import { AltField } from './alt-field.tsx'
import { imagesOf } from './images.ts'
import { sendImage } from './media-api.ts'
import styles from './picture-dialog.module.css'
import type { PictureDialogProps } from './picture-dialog.tsx'
import { shrinkImage, UnusableImage } from './shrink-image.ts'
import { useSheet } from './sketches.ts'
import { usePut } from './use-put.ts'

/** `waiting`: it is to go on the board as soon as there is a connection. */
type Progress = 'idle' | 'reading' | 'sending' | 'waiting'

/** Chooses a picture, makes it small and nameless on this device, asks what it shows, and sends it. */
export function ImageDialog({ wish, onClose }: PictureDialogProps) {
  const { t } = useWords()
  const { ui } = useBoardOnScreen()
  const session = useSession()
  const sheet = useSheet(ui)
  const put = usePut(wish)
  const input = useRef<HTMLInputElement>(null)
  const [progress, setProgress] = useState<Progress>('idle')
  const [problem, setProblem] = useState<string | null>(null)
  const { image, alt } = sheet
  const lay = useRef(sheet.lay)
  lay.current = sheet.lay

  const read = useCallback(async (file: Blob) => {
    setProblem(null)
    setProgress('reading')
    try {
      lay.current(await shrinkImage(file))
    } catch (error) {
      if (!(error instanceof UnusableImage)) throw error
      setProblem(`pictures.image.${error.problem}`)
    } finally {
      setProgress('idle')
    }
  }, [])
  const { file } = wish
  useEffect(() => {
    if (file) void read(file)
  }, [file, read])

  async function send() {
    if (!image) return
    setProblem(null)
    setProgress('sending')
    try {
      const { id, width, height } = await sendImage(session, image.blob)
      imagesOf(session).keep(id, image.blob)
      const words = alt.trim()
      if (!put({ kind: 'image', alt: words, width, height, mediaId: id }, words)) return setProgress('idle')
      sheet.forget()
      onClose()
    } catch (error) {
      const isAway = error instanceof ApiError && error.code === 'unreachable'
      setProgress(isAway ? 'waiting' : 'idle')
      setProblem(isAway ? 'pictures.image.offline' : problemOf(error))
    }
  }
  useOnline(progress === 'waiting', () => void send())

  const choose = () => input.current?.click()
  return (
    <Dialog
      open
      title={t('pictures.image.title')}
      closeLabel={t('pictures.close')}
      onClose={onClose}
      className={styles.dialog}
      footer={
        <>
          <Button onClick={onClose}>{t('pictures.later')}</Button>
          <Button
            variant="ink"
            disabled={!image || progress === 'sending' || progress === 'reading'}
            onClick={send}
          >
            {t(actOf[progress] ?? (wish.put ? 'pictures.putDown' : 'pictures.put'))}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <input
          ref={input}
          type="file"
          accept="image/*"
          hidden
          data-picture-file=""
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            // The same file may be chosen again.
            event.target.value = ''
            if (chosen) void read(chosen)
          }}
        />
        {image ? (
          <>
            <div className={styles.sheet}>
              <img src={image.url} alt={t('pictures.image.preview')} />
            </div>
            <Button className={styles.another} onClick={choose}>
              {t('pictures.image.another')}
            </Button>
          </>
        ) : (
          <Button
            data-autofocus=""
            className={styles.choose}
            disabled={progress === 'reading'}
            onClick={choose}
          >
            {t(progress === 'reading' ? 'pictures.image.reading' : 'pictures.image.choose')}
          </Button>
        )}
        {problem && (
          <p role="alert" className={styles.problem}>
            {t(problem)}
          </p>
        )}
        <p className={styles.hint}>{t('pictures.image.how')}</p>
        <AltField wish={wish} value={alt} onChange={sheet.say} />
      </div>
    </Dialog>
  )
}

/** What the button says meanwhile. */
const actOf: Partial<Record<Progress, string>> = {
  sending: 'pictures.image.sending',
  waiting: 'pictures.again',
}

/** What the server says of a picture, where it is something else than what it says of everything. */
function problemOf(error: unknown): string {
  if (!(error instanceof ApiError)) throw error
  switch (error.code) {
    case 'full':
      return 'pictures.image.full'
    case 'forbidden':
      return 'outline.picture.off'
    case 'not-a-picture':
    case 'invalid':
    case 'too-large':
      return 'pictures.image.unreadable'
    default:
      return sentenceFor(error)
  }
}

/** Acts once the network is back, while something waits for it. */
function useOnline(isWaiting: boolean, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!isWaiting) return
    const go = () => latest.current()
    addEventListener('online', go)
    return () => removeEventListener('online', go)
  }, [isWaiting])
}
