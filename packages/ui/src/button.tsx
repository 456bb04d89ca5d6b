import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { classes } from './classes.ts'

/** ink: the one next act on a screen. outline: other acts. quiet: acts that stand in a row of others. */
export type ButtonVariant = 'ink' | 'outline' | 'quiet'
export type ButtonSize = 'small' | 'medium' | 'large'
export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
}

export function Button({
  variant = 'outline',
  size = 'medium',
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return <button {...rest} type={type} className={classes(buttonClass(variant, size), className)} />
}

/** The same look for a link: routers bring their own anchor. */
export function buttonClass(variant: ButtonVariant = 'outline', size: ButtonSize = 'medium'): string {
  return classes(styles.button, styles[variant], styles[size])
}
