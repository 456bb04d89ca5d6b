import { classes } from '@vispera/ui'
import { useId, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { codeLength, readCode } from './code.ts'
import styles from './code-field.module.css'

interface CodeFieldProps {
  readonly code: string
  readonly onChange: (code: string) => void
  readonly describedBy?: string | undefined
}

/**
 * Six boxes that are one field: pasting, deleting, selecting and screen readers work as in any other, and
 * only the look is ours.
 */
export function CodeField({ code, onChange, describedBy }: CodeFieldProps) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <div className={styles.code} dir="ltr">
      <label htmlFor={id} className="visually-hidden">
        {t('shell.start.code')}
      </label>
      <input
        ref={field}
        id={id}
        className={styles.field}
        value={code}
        // Room for a pasted sentence or a code with dashes; what is not of a code is dropped below.
        maxLength={400}
        inputMode="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={describedBy}
        onChange={(event) => onChange(readCode(event.target.value))}
        // The caret belongs at the end: in the middle of drawn boxes nobody would see it.
        onSelect={(event) => {
          const { value, selectionStart, selectionEnd } = event.currentTarget
          if (selectionStart === selectionEnd && selectionEnd !== value.length) {
            event.currentTarget.setSelectionRange(value.length, value.length)
          }
        }}
      />
      {Array.from({ length: codeLength }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes are places and never move
          key={index}
          aria-hidden="true"
          className={classes(styles.box, index === Math.min(code.length, codeLength - 1) && styles.next)}
        >
          {code[index]}
        </span>
      ))}
    </div>
  )
}
