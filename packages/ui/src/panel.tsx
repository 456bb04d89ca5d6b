import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { classes } from './classes.ts'
import { IconButton } from './icon-button.tsx'
import styles from './panel.module.css'
import { ThemeRule } from './theme-rule.tsx'

export type PanelProps = {
  title: ReactNode
  /** Beside the title: "53 of 99 min". */
  aside?: ReactNode
  closeLabel: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  className?: string | undefined
}

/** A side panel that leaves the wall lit and usable. Escape inside it closes; focus returns to what opened it. */
export function Panel({ title, aside, closeLabel, onClose, children, footer, className }: PanelProps) {
  const panel = useRef<HTMLElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const element = panel.current
    const before = document.activeElement
    element?.focus({ preventScroll: true })
    return () => {
      const isInside = element?.contains(document.activeElement)
      if (isInside && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classes(styles.panel, className)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className={styles.head}>
        <ThemeRule id={titleId} count={aside} className={styles.title}>
          {title}
        </ThemeRule>
        <IconButton label={closeLabel} onClick={onClose} className={styles.close}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles.body}>{children}</div>
      {footer && (
        // A stop of F6: what stands above it may be long.
        <footer className={styles.footer} data-region="">
          {footer}
        </footer>
      )}
    </aside>
  )
}
