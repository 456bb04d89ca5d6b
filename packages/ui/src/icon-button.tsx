import type { ComponentProps, ReactNode } from 'react'
import type { ButtonVariant } from './button.tsx'
import { buttonClass } from './button.tsx'
import { classes } from './classes.ts'
import styles from './icon-button.module.css'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children' | 'title'> & {
  /** What the button does; spoken, and shown on hover. */
  label: string
  /** A key, shown with the label on hover. */
  shortcut?: string | undefined
  variant?: ButtonVariant | undefined
  size?: 'small' | 'medium' | undefined
  children: ReactNode
}

/** A square button with one icon. Use a word instead wherever there is room for it. */
export function IconButton({
  label,
  shortcut,
  variant = 'quiet',
  size = 'medium',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      className={classes(buttonClass(variant, size), styles.icon, className)}
    />
  )
}
