import { classes } from '@vispera/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import styles from './clamped.module.css'

/** Two lines of words, and "more" when there are more of them. */
export function Clamped({ children, className }: { children: ReactNode; className?: string | undefined }) {
  const { t } = useWords()
  const words = useRef<HTMLParagraphElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    const element = words.current
    if (!element || isOpen) return
    const observer = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 1))
    observer.observe(element)
    return () => observer.disconnect()
  }, [isOpen])
  return (
    <div className={classes(styles.clamped, className)}>
      <p ref={words} className={isOpen ? undefined : styles.cut}>
        {children}
      </p>
      {(isCut || isOpen) && (
        <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'shell.less' : 'shell.more')}
        </button>
      )}
    </div>
  )
}
