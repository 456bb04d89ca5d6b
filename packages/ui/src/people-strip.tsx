import { classes } from './classes.ts'
import { type PersonColor, personInk } from './colors.ts'
import styles from './people-strip.module.css'

export type StripPerson = {
  id: string
  /** One or two letters; empty when somebody came without a name. */
  initials: string
  /** In full, for readers and on hover. */
  name: string
  color: PersonColor
  isLead?: boolean
}
export type PeopleStripProps = {
  people: readonly StripPerson[]
  /** How many faces before the rest become a number. */
  most?: number
  /** The words beside the faces: "14 here". In a protected workshop give only these and no people. */
  countLabel: string
  /** Makes "+10" from 10, in the reader's numerals. */
  moreLabel: (more: number) => string
  /** With it, each face is a button (follow, go to). */
  onPerson?: ((id: string) => void) | undefined
  className?: string | undefined
}

/** Who is here: up to four faces, the rest as a number, then the count in words. */
export function PeopleStrip({
  people,
  most = 4,
  countLabel,
  moreLabel,
  onPerson,
  className,
}: PeopleStripProps) {
  const shown = people.slice(0, most)
  const more = people.length - shown.length
  return (
    <div className={classes(styles.strip, className)}>
      {shown.length > 0 && (
        <ul className={styles.faces}>
          {shown.map((person) => (
            <li key={person.id}>
              <Face person={person} onPerson={onPerson} />
            </li>
          ))}
          {more > 0 && (
            <li>
              <span className={classes(styles.face, styles.more)}>{moreLabel(more)}</span>
            </li>
          )}
        </ul>
      )}
      <span className={styles.count}>{countLabel}</span>
    </div>
  )
}

function Face({ person, onPerson }: { person: StripPerson; onPerson: PeopleStripProps['onPerson'] }) {
  const look = {
    className: classes(styles.face, person.isLead && styles.lead),
    style: { backgroundColor: personInk(person.color) },
    title: person.name,
  }
  if (onPerson) {
    return (
      <button type="button" {...look} aria-label={person.name} onClick={() => onPerson(person.id)}>
        {person.initials}
      </button>
    )
  }
  return (
    <span {...look}>
      <span aria-hidden="true">{person.initials}</span>
      <span className="visually-hidden">{person.name}</span>
    </span>
  )
}
