import { isTextField } from '@vispera/board'
import type { NoteKind } from '@vispera/kinds'
import { Button, classes } from '@vispera/ui'
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useActions } from '../actions/use-actions.ts'
import { useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { Part } from '../later/part.tsx'
import { leadParts } from '../lead/lead-parts.ts'
import { growWithWords } from '../note/grow-with-words.ts'
import { useMayPicture } from '../pictures/may-picture.ts'
import { PictureButtons } from '../pictures/picture-buttons.tsx'
import { imageIn, picturingOf } from '../pictures/picturing.ts'
import { useIsPhone } from '../screens/shared/use-media.ts'
import { useSession } from '../session/session-context.ts'
import { ChooseKind, ChoosePlace, QuickField } from './choosers.tsx'
import styles from './composer.module.css'
import { draftOf, useDraft } from './draft.ts'
import { placeChoices } from './place-choices.ts'
import { useKeyboardInset } from './use-keyboard-inset.ts'
import { useKindsNow } from './use-kinds-now.ts'

/** Always there: what it is, where it goes, the words, Add. Those who only look on read why they cannot write. */
export function Composer() {
  const { open, ui } = useBoardOnScreen()
  const { t } = useWords()
  const why = useSession().closed()
  const [isWriting, setWriting] = useState(false)
  // Whoever is in the middle of a sentence when it closes keeps the field until they leave it.
  if (why === null || (isWriting && draftOf(ui).text.trim() !== '')) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus is
      <div
        className={styles.whole}
        onFocus={(event) => setWriting(event.target instanceof HTMLTextAreaElement)}
        onBlur={() => setWriting(false)}
      >
        {why !== null && why !== 'role' && <Part of={leadParts.closed} with={{ why, kept: '' }} />}
        <OpenComposer key={open.entry.id} />
      </div>
    )
  }
  if (why === 'role') return <p className={styles.closed}>{t('outline.composer.closed')}</p>
  return (
    <Part
      of={leadParts.closed}
      with={{ why, kept: draftOf(ui).text }}
      waiting={<div className={styles.room} />}
    />
  )
}

function OpenComposer() {
  const words = useWords()
  const { t } = words
  const { kind, ui } = useBoardOnScreen()
  const actions = useActions()
  const area = useRef<HTMLTextAreaElement>(null)
  const asOne = useRef(false)
  const [draft, change] = useDraft(ui)
  const [isFocused, setFocused] = useState(false)
  const inset = useKeyboardInset()
  const mayPicture = useMayPicture()
  const kinds = useKindsNow(kind)
  const noteKind = kinds.find((one) => one.id === draft.kind) ?? kinds[0]
  const places = noteKind ? placeChoices(kind, noteKind.id, words) : []
  const place = places.find((one) => one.id === draft.place) ?? places[0]
  const quick = noteKind ? quickField(noteKind) : undefined
  // The wall has them among its tools.
  const hasRail = useBoardUi(({ view }) => view === 'surface') && kind.layout.engine === 'canvas'
  const hasPictures = useIsPhone() || !hasRail

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are the reason to measure again
  useLayoutEffect(() => {
    if (area.current) growWithWords(area.current)()
  }, [draft.text])

  if (!noteKind) return null
  const wish = {
    kind: noteKind.id,
    ...(place?.place ? { place: place.place } : {}),
    fields: { ...draft.fields, ...place?.fields },
  }

  function add() {
    const text = draft.text.trim()
    if (text === '') return area.current?.focus()
    actions.once(() => {
      // Where the code was still on its way, somebody may have pressed Enter again, or written on.
      if (draftOf(ui).text.trim() !== text) return
      const id = actions.addNote({ ...wish, text })
      if (id === null) return
      change({ text: '' })
      area.current?.focus()
      // On the wall the new note shows itself by being chosen; in the outline its buttons would only be in the way.
      if (ui.get().view === 'outline') bringIntoSight(id)
      else ui.select([id])
    })
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    asOne.current = event.shiftKey && (event.ctrlKey || event.metaKey)
    if (event.key === 'Escape') area.current?.blur()
    // Enter that ends a composition (IME) is not Enter.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }

  function onPaste(event: ClipboardEvent) {
    const file = mayPicture ? imageIn(event.clipboardData) : undefined
    if (file) {
      event.preventDefault()
      const onPut = () => change({ text: '' })
      return picturingOf(ui).ask({ kind: 'image', file, note: { ...wish, text: draft.text }, onPut })
    }
    const pasted = event.clipboardData.getData('text/plain')
    if (draft.text.trim() !== '' || asOne.current || !/\S\s*\n\s*\S/.test(pasted)) return
    event.preventDefault()
    actions.addNotesFromLines(pasted, wish)
  }

  const isLifted = inset > 0 && isFocused
  return (
    <form
      data-open={isFocused || draft.text !== '' ? '' : undefined}
      className={classes(styles.composer, isLifted && styles.lifted)}
      style={isLifted ? { insetBlockEnd: inset } : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
      onFocus={() => setFocused(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocused(false)}
    >
      {quick && (isFocused || draft.text !== '') && (
        <QuickField
          noteKind={noteKind.id}
          field={quick}
          value={draft.fields[quick.id] ?? null}
          onChange={(value) => change({ fields: withValue(draft.fields, quick.id, value) })}
        />
      )}
      <div className={styles.frame}>
        <ChooseKind
          kinds={kinds}
          chosen={noteKind}
          color={colorFor(noteKind, wish.fields, place?.place)}
          onChoose={(id) => change({ kind: id, place: null, fields: {} })}
        />
        {place && <ChoosePlace places={places} chosen={place} onChoose={(id) => change({ place: id })} />}
        <textarea
          ref={area}
          id="composer-words"
          rows={1}
          dir={draft.text === '' ? undefined : 'auto'}
          className={styles.words}
          enterKeyHint="send"
          aria-label={t('outline.composer.words', {
            kind: t(`noteKind.${noteKind.id}`),
            ask: t(`ask.${noteKind.id}`),
          })}
          placeholder={t(`ask.${noteKind.id}`)}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {hasPictures && (
          <PictureButtons
            wish={{ note: { ...wish, text: draft.text }, onPut: () => change({ text: '' }) }}
            className={styles.picture}
          />
        )}
        <Button type="submit" variant="ink" className={styles.add}>
          {t('outline.composer.add')}
        </Button>
      </div>
    </form>
  )
}

/** The one short choice that shows over a note's words: offered beside them while writing. */
export const quickField = (noteKind: NoteKind) =>
  noteKind.fields.find(
    (field) => field.card === 'badge' && field.type.type === 'enum' && !isTextField(field.type),
  )

export function withValue(fields: Readonly<Record<string, string>>, id: string, value: string | null) {
  const { [id]: _before, ...others } = fields
  return value === null ? others : { ...others, [id]: value }
}

/** The paper that the note will be written on, as far as it is known yet. */
export function colorFor(
  noteKind: NoteKind,
  fields: Readonly<Record<string, string>>,
  place: object | undefined,
) {
  const { color, colorBy } = noteKind
  if (!colorBy) return color
  const value =
    colorBy.field === 'place.row' ? place && 'row' in place && String(place.row) : fields[colorBy.field]
  return (typeof value === 'string' && colorBy.colors[value]) || color
}

function bringIntoSight(id: string) {
  requestAnimationFrame(() =>
    document.querySelector(`[data-note-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' }),
  )
}
