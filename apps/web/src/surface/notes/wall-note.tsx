import type { Note } from '@vispera/board'
import { classes, NoteCard, type NoteState, personColors } from '@vispera/ui'
import { memo, type Ref, useCallback, useSyncExternalStore } from 'react'
import { useBoardOnScreen, useBoardUi, useNote } from '../../board-ui/board-context.ts'
import { useNoteExtra } from '../../board-ui/note-extras.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { ArrangeInput, Box } from '../../layouts/layout.ts'
import { atLeast } from '../../layouts/shared/at.ts'
import type { Card } from '../../layouts/shared/card.ts'
import { cardFor } from '../../layouts/shared/notes.ts'
import { Editor } from '../../note/editor.tsx'
import { FactIcon } from '../../note/fact-icon.tsx'
import { NotePicture } from '../../pictures/note-picture.tsx'
import { cardWords, pictureWords } from '../../pictures/picture-words.ts'
import { useFollowOthers } from '../presence/use-others-hold.ts'
import { useWall } from '../wall-context.ts'
import { type NotePresence, useNotePresence } from './use-note-presence.ts'
import styles from './wall-note.module.css'

export interface WallNoteProps {
  readonly id: string
  readonly box: Box
  readonly isCurrent: boolean
  /** 1-based place in the reading order, for screen readers: culling removes siblings. */
  readonly position: number
  readonly count: number
  /** How many same notes lie behind this one. */
  readonly stacked: number
  readonly chips: ArrangeInput['chips']
}

/** One note on the wall. Draws again only when the note, its box, or what somebody does with it changes. */
export const WallNote = memo(function WallNote(props: WallNoteProps) {
  const { id, box, isCurrent, position, count } = props
  const note = useNote(id)
  const { layout } = useWall()
  const words = useWords()
  const isSelected = useBoardUi((ui) => ui.selection.has(id))
  const isLinking = useBoardUi((ui) => ui.linking?.from === id)
  const isEditing = useBoardUi((ui) => ui.editing === id)
  const isHeld = useIsHeld(id)
  const presence = useNotePresence(id)
  const followOthers = useFollowOthers(id, box, presence?.does === 'holds' && !isHeld)
  const attach = useHeldOffset(isHeld, followOthers)
  if (!note) return null
  const isUp = isHeld || presence?.does === 'holds'
  const place = { ...atLeast(box), zIndex: isUp ? 30 : isEditing ? 20 : box.z }
  const outer = {
    ref: attach as Ref<HTMLElement>,
    'data-note-id': id,
    role: 'listitem',
    tabIndex: isCurrent ? 0 : -1,
    'aria-setsize': count,
    'aria-posinset': position,
    'aria-roledescription': words.t(`noteKind.${note.kind}`),
    'aria-label': labelOf(note, isSelected, words.t),
    'aria-current': isSelected ? ('true' as const) : undefined,
    style: place,
  }
  const Look = layout.looks[box.look]
  const editor = isEditing ? <Editor noteId={id} label={words.t('surface.note.words')} /> : undefined
  if (!Look) {
    return (
      <CardNote
        {...props}
        note={note}
        outer={outer}
        isHeld={isHeld}
        isSelected={isSelected || isLinking}
        editor={editor}
        presence={presence}
      />
    )
  }
  return (
    <div
      {...outer}
      className={classes(styles.shape, isUp && styles.held)}
      ref={attach as Ref<HTMLDivElement>}
    >
      <Look note={note} box={box} selected={isSelected || isLinking}>
        {editor}
      </Look>
      <Tag presence={presence} />
    </div>
  )
})

interface CardNoteProps extends WallNoteProps {
  readonly note: Note
  readonly outer: object
  readonly isHeld: boolean
  readonly isSelected: boolean
  readonly editor: React.ReactNode
  readonly presence: NotePresence | null
}

function CardNote({
  id,
  box,
  note,
  outer,
  isHeld,
  isSelected,
  editor,
  stacked,
  chips,
  presence,
}: CardNoteProps) {
  const { kind, open } = useBoardOnScreen()
  const words = useWords()
  const card = cardFor({ kind, words, chips }, note)
  const isWaiting = useSyncExternalStore(open.subscribe, () => open.isWaiting(id))
  const state = stateOf(note, isHeld, presence?.does, isWaiting)
  const total = useNoteExtra((extras) => extras.votes.get(id))
  return (
    <NoteCard
      {...outer}
      className={box.bold ? styles.bold : undefined}
      color={box.color}
      text={cardWords(note)}
      picture={note.media && <NotePicture note={note} />}
      lang={note.lang}
      kindLabel={card.badge ? <Badge fact={card.badge} /> : undefined}
      foot={card.foot.length > 0 ? <Foot card={card} /> : undefined}
      strong={card.strong}
      state={state}
      stateLabel={words.has(`surface.state.${state}`) ? words.t(`surface.state.${state}`) : undefined}
      selected={isSelected}
      votes={total?.shown}
      votesLabel={total?.label}
      count={stacked > 0 ? stacked + 1 : undefined}
      countLabel={stacked > 0 ? words.t('surface.note.same', { count: stacked + 1 }) : undefined}
      holderLabel={presence ? presenceWords(presence.does, presence.person.name, words.t) : undefined}
      holderColor={personColors[presence?.person.color ?? 0] ?? 1}
    >
      {editor}
    </NoteCard>
  )
}

const Badge = ({ fact }: { fact: NonNullable<Card['badge']> }) => (
  <>
    <FactIcon name={fact.icon} />
    {fact.text}
  </>
)

const Foot = ({ card }: { card: Card }) =>
  card.foot.map((fact) => (
    <span key={`${fact.icon} ${fact.text}`} dir="auto">
      <FactIcon name={fact.icon} />
      {fact.text}
    </span>
  ))

/** Who holds or writes a note that is not a card. */
function Tag({ presence }: { presence: NotePresence | null }) {
  const { t } = useWords()
  if (!presence) return null
  const color = personColors[presence.person.color] ?? 1
  return (
    <span className={styles.tag} style={{ backgroundColor: `var(--person-${color})` }} dir="auto">
      {presenceWords(presence.does, presence.person.name, t)}
    </span>
  )
}

const presenceWords = (
  does: 'holds' | 'writes',
  name: string,
  t: (id: string, values?: Record<string, string>) => string,
) => (name === '' ? t(`surface.presence.${does}.someone`) : t(`surface.presence.${does}`, { name }))

function stateOf(
  note: Note,
  isHeld: boolean,
  does: 'holds' | 'writes' | undefined,
  isWaiting: boolean,
): NoteState {
  if (isHeld || does === 'holds') return 'held'
  if (does === 'writes') return 'writing'
  if (isWaiting) return 'waiting'
  if (note.sensitivity && note.sensitivity !== 'normal') return 'sensitive'
  return note.late ? 'late' : 'normal'
}

const labelOf = (
  note: Note,
  isSelected: boolean,
  t: (id: string, values?: Record<string, string>) => string,
): string => {
  const said = [cardWords(note).trim(), pictureWords(note, { t })].filter((words) => words !== '')
  const text = said.join('. ') || t('surface.note.empty')
  return isSelected ? t('surface.note.selected', { text }) : text
}

function useIsHeld(id: string): boolean {
  const { hand } = useWall()
  return useSyncExternalStore(hand.subscribe, () => hand.held()?.ids.has(id) ?? false)
}

/** While held, the element follows the hand by one transform, outside React. */
function useHeldOffset(isHeld: boolean, followOthers: (element: HTMLElement) => () => void) {
  const { hand } = useWall()
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      if (!isHeld) return followOthers(element)
      const follow = ([x, y]: readonly [number, number]) => {
        element.style.transform = `translate(${x}px, ${y}px)`
      }
      follow(hand.offset())
      const stop = hand.onOffset(follow)
      return () => {
        stop()
        element.style.transform = ''
      }
    },
    [hand, isHeld, followOthers],
  )
}
