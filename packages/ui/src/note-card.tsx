import { Clock, CloudOff, EyeOff, Files, Lock } from 'lucide-react'
import { type ElementType, type HTMLAttributes, memo, type ReactNode, type Ref } from 'react'
import { classes } from './classes.ts'
import { ColorMark } from './color-mark.tsx'
import colorStyles from './colors.module.css'
import type { ColorId, PersonColor } from './colors.ts'
import { Logo } from './logo.tsx'
import { NameTag } from './name-tag.tsx'
import styles from './note-card.module.css'
import { directionOf, tallScriptOf } from './script-of.ts'

/** Each state changes one layer of the print and adds a word or a mark. */
export type NoteState =
  | 'normal'
  | 'selected'
  | 'held'
  | 'writing'
  | 'draft'
  | 'blank'
  | 'waiting'
  | 'late'
  | 'sensitive'

export type NoteCardProps = Omit<HTMLAttributes<HTMLElement>, 'color' | 'children' | 'dir'> & {
  /** The element around everything; it takes every other attribute (data-note-id, handlers, style). */
  as?: 'div' | 'li' | 'article' | 'section' | 'button' | undefined
  ref?: Ref<HTMLElement> | undefined
  color: ColorId
  text: string
  /** The language of the words, when known. */
  lang?: string | undefined
  /** Shown above the words, only where a board has several kinds of note. */
  kindLabel?: ReactNode
  /** Stands before the mark at the end of the first line: a number, a small icon. */
  badge?: ReactNode
  /** Hearts, comments, steps. Keep the element the same between draws, or the card draws again. */
  foot?: ReactNode
  state?: NoteState | undefined
  /** Selection is independent of the other states: a late note can be selected. */
  selected?: boolean | undefined
  /** A heavy key line in register: interim goals, the card being read. */
  strong?: boolean | undefined
  /** The state in words ("only you", "waiting to send"); required by draft, waiting, late, sensitive and blank. */
  stateLabel?: string | undefined
  /** "Farai is holding this", in that person's ink. */
  holderLabel?: string | undefined
  holderColor?: PersonColor | undefined
  /** A vote total, after its reveal; votesLabel says it in words. */
  votes?: number | undefined
  votesLabel?: string | undefined
  /** How many same notes lie in this one; countLabel says it in words ("same as: 2"). */
  count?: number | undefined
  countLabel?: string | undefined
  /** An editor in place of the words, or a picture above them when there is text as well. */
  picture?: ReactNode
  children?: ReactNode
}

const stateIcons = { draft: Lock, waiting: CloudOff, late: Clock, sensitive: EyeOff } as const

/** A note: colour layer, key layer, words, mark. It fills the box its caller gives it and grows with its words. */
export const NoteCard = memo(function NoteCard(props: NoteCardProps) {
  const {
    as,
    color,
    text,
    lang,
    kindLabel,
    badge,
    foot,
    state = 'normal',
    selected,
    strong,
    stateLabel,
    holderLabel,
    holderColor = 1,
    votes,
    votesLabel,
    count,
    countLabel,
    picture,
    children,
    className,
    ...outer
  } = props
  // Every allowed tag is an HTMLElement, which is all that callers may know about it.
  const Outer = (as ?? 'div') as ElementType<
    HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> | undefined }
  >
  const isBlank = state === 'blank'
  return (
    <Outer
      {...outer}
      // Nobody's face-down card may tell its colour, length or direction.
      dir={isBlank ? undefined : directionOf(text)}
      data-state={state}
      data-script={isBlank ? undefined : tallScriptOf(text)}
      className={classes(
        styles.note,
        isBlank ? colorStyles.chalk : colorStyles[color],
        (selected || state === 'selected') && styles.selected,
        strong && styles.strong,
        holderLabel && styles.tagged,
        className,
      )}
    >
      {holderLabel && (
        <NameTag color={holderColor} className={styles.holder}>
          {holderLabel}
        </NameTag>
      )}
      {isBlank ? (
        <Blank label={stateLabel} />
      ) : (
        <>
          {picture && <div className={styles.picture}>{picture}</div>}
          <ColorMark color={color} className={styles.mark} />
          {badge !== undefined && <span className={styles.badge}>{badge}</span>}
          {kindLabel && <div className={styles.kind}>{kindLabel}</div>}
          {children ?? (
            <div className={styles.words} lang={lang}>
              {text}
            </div>
          )}
          <Foot state={state} stateLabel={stateLabel} count={count} countLabel={countLabel} foot={foot} />
          {votes !== undefined && <Votes votes={votes} label={votesLabel} />}
        </>
      )}
    </Outer>
  )
})

function Blank({ label }: { label: string | undefined }) {
  return (
    <>
      <Logo className={styles.sun} />
      {label && <span className="visually-hidden">{label}</span>}
    </>
  )
}

type FootProps = Pick<NoteCardProps, 'foot' | 'count' | 'countLabel' | 'stateLabel'> & { state: NoteState }

function Foot({ state, stateLabel, count, countLabel, foot }: FootProps) {
  const Icon = state in stateIcons ? stateIcons[state as keyof typeof stateIcons] : undefined
  const says = Icon && stateLabel
  if (!says && count === undefined && !foot) return null
  return (
    <div className={styles.foot}>
      {says && (
        <span>
          <Icon aria-hidden="true" />
          {stateLabel}
        </span>
      )}
      {count !== undefined && (
        <span>
          <Files aria-hidden="true" />
          {countLabel ?? count}
        </span>
      )}
      {foot}
    </div>
  )
}

function Votes({ votes, label }: { votes: number; label: string | undefined }) {
  if (!label) return <span className={styles.votes}>{votes}</span>
  return (
    <span className={styles.votes}>
      <span aria-hidden="true">{votes}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
