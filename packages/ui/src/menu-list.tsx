import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { classes } from './classes.ts'
import styles from './menu.module.css'
import { entryForKey, entryForLetters, gatherLetters } from './menu-keys.ts'
import { type Box, placeMenu } from './menu-position.ts'

export type MenuEntry = {
  id: string
  label: string
  icon?: ReactNode
  /** A shortcut or a count at the end of the line. */
  hint?: ReactNode
  /** Set for a choice among entries; true marks the one in force. */
  checked?: boolean
  /** Why it cannot be chosen now; the entry stays in its place and says so. */
  disabledReason?: string | undefined
  onSelect: () => void
}
export type MenuSection = { id: string; label?: string; entries: readonly MenuEntry[] }

export type MenuListProps = {
  id?: string | undefined
  /** What the menu is about; the heading of the sheet on a phone. */
  label: string
  sections: readonly MenuSection[]
  anchor: () => Box
  /** The button that opened us: pressing it again is its own business, not a press elsewhere. */
  opener?: (() => Element | null) | undefined
  align?: 'start' | 'end' | undefined
  enterAt?: 'first' | 'last' | undefined
  onClose: (why: 'chosen' | 'escape' | 'left') => void
}

/** The open list: in the top layer (so also over dialogs), at its anchor, or at the foot of a phone's screen. */
export function MenuList(props: MenuListProps) {
  const { id, label, sections, anchor, opener, align = 'start', enterAt = 'first', onClose } = props
  const list = useRef<HTMLDivElement>(null)
  const gather = useRef(gatherLetters())
  const headings = useId()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a menu takes its place once, when it opens
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    element.showPopover?.()
    const { width, height } = element.getBoundingClientRect()
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
    const isRightToLeft = getComputedStyle(element).direction === 'rtl'
    const place = placeMenu(anchor(), { width, height }, view, align, isRightToLeft)
    element.style.setProperty('--menu-x', `${place.x}px`)
    element.style.setProperty('--menu-y', `${place.y}px`)
    const entries = entriesIn(element)
    const chosen = entries.find((entry) => entry.getAttribute('aria-checked') === 'true')
    const first = enterAt === 'last' ? entries.at(-1) : (chosen ?? entries[0])
    first?.focus({ preventScroll: true })
  }, [])

  // Not popover="manual": that closes again on lifting the finger or button that opened a menu at a point.
  useEffect(() => {
    const closeOutside = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || list.current?.contains(target) || opener?.()?.contains(target)) return
      onClose('left')
    }
    document.addEventListener('pointerdown', closeOutside, true)
    return () => document.removeEventListener('pointerdown', closeOutside, true)
  }, [opener, onClose])

  function onKeyDown(event: KeyboardEvent) {
    // Whatever is typed here is for the menu, not for the board behind it.
    event.stopPropagation()
    if (event.nativeEvent.isComposing || !list.current) return
    if (event.key === 'Escape') {
      event.preventDefault()
      return onClose('escape')
    }
    if (event.key === 'Tab') return onClose('escape')
    const entries = entriesIn(list.current)
    const current = entries.findIndex((entry) => entry.contains(document.activeElement))
    const next = entryForKey(event.key, current, entries.length) ?? entryForTyped(event, entries, current)
    if (next === undefined) return
    event.preventDefault()
    entries[next]?.focus()
  }

  function entryForTyped(event: KeyboardEvent, entries: HTMLElement[], current: number): number | undefined {
    const isLetter =
      event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isLetter) return undefined
    const typed = gather.current(event.key, event.timeStamp)
    return entryForLetters(
      entries.map((entry) => entry.dataset.label ?? ''),
      current,
      typed,
    )
  }

  return (
    <div
      ref={list}
      id={id}
      role="menu"
      tabIndex={-1}
      popover="manual"
      aria-label={label}
      className={styles.list}
      onKeyDown={onKeyDown}
      // A right click inside must not open another menu on top.
      onContextMenu={(event) => event.preventDefault()}
    >
      <p className={styles.sheetTitle} aria-hidden="true">
        {label}
      </p>
      {sections
        .filter((section) => section.entries.length > 0)
        .map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed inside a menu
          <div
            key={section.id}
            role="group"
            aria-labelledby={section.label ? `${headings}${section.id}` : undefined}
            className={styles.section}
          >
            {section.label && (
              <div id={`${headings}${section.id}`} className={styles.heading}>
                {section.label}
              </div>
            )}
            {section.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} onClose={onClose} />
            ))}
          </div>
        ))}
    </div>
  )
}

function Entry({ entry, onClose }: { entry: MenuEntry; onClose: MenuListProps['onClose'] }) {
  const isDisabled = entry.disabledReason !== undefined
  return (
    <button
      type="button"
      {...(entry.checked === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemradio', 'aria-checked': entry.checked })}
      aria-disabled={isDisabled || undefined}
      tabIndex={-1}
      data-label={entry.label}
      className={classes(styles.entry, entry.checked !== undefined && styles.choice)}
      onClick={() => {
        if (isDisabled) return
        // Closed first, so that focus is back where it was when the act opens a dialog.
        onClose('chosen')
        entry.onSelect()
      }}
      onPointerMove={(event) =>
        event.pointerType === 'mouse' && event.currentTarget.focus({ preventScroll: true })
      }
    >
      {entry.checked !== undefined && (
        <span className={styles.check}>{entry.checked && <Check aria-hidden="true" />}</span>
      )}
      {entry.icon && <span className={styles.icon}>{entry.icon}</span>}
      <span className={styles.words}>
        {entry.label}
        {isDisabled && <span className={styles.reason}>{entry.disabledReason}</span>}
      </span>
      {entry.hint && <span className={styles.hint}>{entry.hint}</span>}
    </button>
  )
}

function entriesIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}
