import { type ReactNode, useId, useRef, useState } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button.tsx'
import { classes } from './classes.ts'
import type { MenuListProps } from './menu-list.tsx'

/** What an open list is given, beside its entries. */
export type OpenMenu = Omit<MenuListProps, 'sections'>

export type MenuButtonProps = {
  /** What the menu is about; also the button's name when its content is only an icon. */
  label: string
  /** The button's content. */
  children: ReactNode
  /** True when children are an icon without words. */
  iconOnly?: boolean
  /** Draws the list (a `MenuList`) while it is open. */
  list: (open: OpenMenu) => ReactNode
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  align?: 'start' | 'end' | undefined
  disabled?: boolean | undefined
  className?: string | undefined
}

/** The button alone, for a list that is only brought when it opens. */
export function MenuButton(props: MenuButtonProps) {
  const {
    label,
    children,
    iconOnly = false,
    list,
    variant = 'outline',
    size,
    align,
    disabled,
    className,
  } = props
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<'first' | 'last' | false>(false)
  const listId = useId()

  function close(why: 'chosen' | 'escape' | 'left') {
    setOpen(false)
    // Leaving by a press elsewhere keeps the focus that press gives.
    if (why !== 'left') button.current?.focus({ preventScroll: true })
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open !== false}
        aria-controls={open ? listId : undefined}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        className={classes(buttonClass(variant, size), className)}
        onClick={() => setOpen(open ? false : 'first')}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          event.stopPropagation()
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last')
        }}
      >
        {children}
      </button>
      {open &&
        list({
          id: listId,
          label,
          align,
          enterAt: open,
          opener: () => button.current,
          anchor: () => button.current?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 },
          onClose: close,
        })}
    </>
  )
}
