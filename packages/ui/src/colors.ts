/** The eight note colours in the order people are offered them, each with the mark that says it without colour. */
export const colors = [
  { id: 'sun', mark: 'disc' },
  { id: 'clay', mark: 'triangle' },
  { id: 'rose', mark: 'diamond' },
  { id: 'sky', mark: 'two-bars' },
  { id: 'leaf', mark: 'leaf' },
  { id: 'plum', mark: 'cross' },
  { id: 'chalk', mark: 'open-square' },
  { id: 'stone', mark: 'three-bars' },
] as const

export type ColorId = (typeof colors)[number]['id']
export type MarkId = (typeof colors)[number]['mark']

/** Seven inks for people; the server deals them out, so a person keeps one on every screen. */
export const personColors = [1, 2, 3, 4, 5, 6, 7] as const
export type PersonColor = (typeof personColors)[number]

/** The CSS value of a person's ink. */
export function personInk(color: PersonColor): string {
  return `var(--person-${color})`
}
