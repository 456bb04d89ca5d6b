import { useState } from 'react'
import { MenuList, type MenuSection } from './menu-list.tsx'

export type MenuItemsProps = {
  label: string
  sections: readonly MenuSection[]
  /** Where the hand or the caret is, in viewport pixels; null while closed. */
  openAt: { x: number; y: number } | null
  onClose: () => void
}

/** A menu at a point: right click, long press, or the menu key on a note. */
export function MenuItems({ openAt, ...rest }: MenuItemsProps) {
  // A new point is a new menu: it takes its place and the focus afresh.
  return openAt ? <MenuAtPoint key={`${openAt.x} ${openAt.y}`} openAt={openAt} {...rest} /> : null
}

function MenuAtPoint({
  label,
  sections,
  openAt,
  onClose,
}: MenuItemsProps & { openAt: { x: number; y: number } }) {
  // Noted while drawing: by the time our own effects run, the list inside has taken the focus.
  const [before] = useState(() => document.activeElement)
  return (
    <MenuList
      label={label}
      sections={sections}
      anchor={() => ({ ...openAt, width: 0, height: 0 })}
      onClose={(why) => {
        onClose()
        // Leaving by a press elsewhere keeps the focus that press gives.
        if (why !== 'left' && before instanceof HTMLElement && before.isConnected)
          before.focus({ preventScroll: true })
      }}
    />
  )
}
