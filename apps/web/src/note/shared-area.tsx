import { classes } from '@vispera/ui'
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useActions } from '../actions/use-actions.ts'
import { useWords } from '../i18n/use-words.ts'
import { bindWords, type SharedText } from './bind-words.ts'
import { growWithWords } from './grow-with-words.ts'
import styles from './shared-area.module.css'

export interface SharedAreaProps {
  /** Keep the same object between draws: another one is another text. */
  readonly text: SharedText
  readonly limit: number
  /** Above this a gentle hint is shown. */
  readonly gentle?: number
  /** `bare`: only words and caret, in somebody else's frame. `framed`: a field of a form. */
  readonly look: 'bare' | 'framed'
  readonly isClosed: boolean
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly labelledBy?: string | undefined
  readonly placeholder?: string | undefined
  readonly rows?: number | undefined
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLTextAreaElement> | undefined
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  readonly onFocus?: () => void
  readonly onBlur?: () => void
}

/** A field whose words several people can write at once. Undo in it undoes what I did, never what others wrote. */
export function SharedArea(props: SharedAreaProps) {
  const {
    text,
    limit,
    gentle = Number.POSITIVE_INFINITY,
    look,
    isClosed,
    id,
    label,
    labelledBy,
    rows = 1,
  } = props
  const { t } = useWords()
  const actions = useActions()
  const area = useRef<HTMLTextAreaElement>(null)
  const [length, setLength] = useState(0)
  const hintId = useId()
  useImperativeHandle(props.ref, () => area.current as HTMLTextAreaElement, [])

  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const grow = growWithWords(element)
    return bindWords(element, text, (value) => {
      setLength(value.length)
      grow()
    })
  }, [text])

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Keys belong to the words; the board behind must not act on them.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const step = event.ctrlKey || event.metaKey ? historyKey(event) : null
    if (step) {
      // The browser's own undo knows nothing of what others wrote in between.
      event.preventDefault()
      actions[step]()
    } else props.onKeyDown?.(event)
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    props.onPaste?.(event)
    if (event.defaultPrevented || !isTooLong(event, limit)) return
    event.preventDefault()
    actions.refuseLength(event.clipboardData.getData('text/plain').length, limit)
  }

  const hint = length >= limit ? 'full' : length > gentle ? 'long' : null
  return (
    <div className={classes(styles.shared, styles[look], props.className)}>
      <textarea
        ref={area}
        id={id}
        // Empty, the placeholder reads the way the page does.
        dir={length === 0 ? undefined : 'auto'}
        rows={rows}
        maxLength={limit}
        readOnly={isClosed}
        aria-label={label}
        aria-labelledby={labelledBy}
        aria-describedby={hint ? hintId : undefined}
        placeholder={props.placeholder}
        className={styles.words}
        style={{ '--rows': rows } as CSSProperties}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocus={props.onFocus}
        onBlur={props.onBlur}
        // A press in the words sets the caret; it must not lift the note they are on.
        onPointerDown={(event) => event.stopPropagation()}
      />
      {hint && (
        <p id={hintId} className={styles.hint} role={hint === 'full' ? 'alert' : undefined}>
          {t(`outline.editor.${hint}`, { length, most: limit })}
        </p>
      )}
    </div>
  )
}

/** Whether what is pasted would not fit any more. */
export function isTooLong(
  { currentTarget, clipboardData }: ClipboardEvent<HTMLTextAreaElement>,
  limit: number,
): boolean {
  const { value, selectionStart, selectionEnd } = currentTarget
  return value.length - (selectionEnd - selectionStart) + clipboardData.getData('text/plain').length > limit
}

function historyKey({ key, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' ? 'redo' : null
}
