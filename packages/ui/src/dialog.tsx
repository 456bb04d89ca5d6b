import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { ThemeRule } from './theme-rule.tsx'

export type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  closeLabel: string
  size?: 'small' | 'medium' | 'large' | undefined
  children: ReactNode
  /** The acts at the end, the one next act last. */
  footer?: ReactNode
  className?: string | undefined
}

/**
 * A native modal dialog. Focus goes to the element marked data-autofocus, else to the first field, else to the
 * title, and returns to where it was on closing.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({
  onClose,
  title,
  closeLabel,
  size = 'medium',
  children,
  footer,
  className,
}: Omit<DialogProps, 'open'>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const before = document.activeElement
    element.showModal()
    const first =
      element.querySelector<HTMLElement>('[data-autofocus]') ??
      element.querySelector<HTMLElement>('[data-dialog-body] :is(input, textarea, select):not(:disabled)') ??
      element.querySelector<HTMLElement>('[data-dialog-title]')
    first?.focus()
    return () => {
      element.close()
      // The element that opened us may be gone by then; close() alone would leave focus on the page.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classes(styles.dialog, styles[size], className)}
      // The caller owns the state: Escape asks, it does not close by itself.
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
      // Keys belong to the dialog; the board behind must not act on them.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className={styles.head}>
        <div data-dialog-title="" tabIndex={-1} className={styles.title}>
          <ThemeRule id={titleId}>{title}</ThemeRule>
        </div>
        <IconButton label={closeLabel} onClick={onClose} className={styles.close}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div data-dialog-body="" className={styles.body}>
        {children}
      </div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </dialog>
  )
}
