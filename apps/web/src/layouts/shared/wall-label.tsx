import { useLayoutEffect, useRef, useState } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { bindWords, settingText } from '../../note/bind-words.ts'
import { useSession } from '../../session/session-context.ts'
import styles from './wall.module.css'

export interface WallLabelProps {
  readonly label: string
  /** The board setting that renames it; null where it cannot be renamed. */
  readonly setting: string | null
  readonly className?: string | undefined
}

/** A name on the wall that the group can replace by its own: double click, or Enter on it. */
export function WallLabel({ label, setting, className }: WallLabelProps) {
  const { t, dir } = useWords()
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  if (setting === null || !session.canWrite()) {
    return (
      <h2 className={className} dir={dir}>
        {label}
      </h2>
    )
  }
  if (isOpen)
    return <LabelEditor label={label} setting={setting} className={className} onDone={() => setOpen(false)} />
  return (
    <h2 className={className} dir={dir}>
      {/* Off the tab order: the wall is one tab stop; the board's menu renames as well. */}
      <button
        type="button"
        tabIndex={-1}
        className={styles.rename}
        title={t('surface.label.rename')}
        onDoubleClick={() => setOpen(true)}
        onKeyDown={(event) => event.key === 'Enter' && setOpen(true)}
      >
        {label}
      </button>
    </h2>
  )
}

interface EditorProps extends Omit<WallLabelProps, 'setting'> {
  readonly setting: string
  readonly onDone: () => void
}

function LabelEditor({ label, setting, className, onDone }: EditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const session = useSession()
  const { open } = useBoardOnScreen()
  const { t } = useWords()
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    const stop = bindWords(element, settingText(open.doc, setting, session.history))
    element.focus({ preventScroll: true })
    element.select()
    return stop
  }, [open, session, setting])
  return (
    <textarea
      ref={field}
      rows={1}
      dir="auto"
      placeholder={label}
      aria-label={t('surface.label.renameOf', { label })}
      className={`${className ?? ''} ${styles.labelField}`}
      onBlur={onDone}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault()
          onDone()
        }
      }}
      onPointerDown={(event) => event.stopPropagation()}
    />
  )
}
