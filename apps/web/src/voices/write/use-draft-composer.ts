import { type Media, maxNoteLength, type Place } from '@vispera/board'
import { useToast } from '@vispera/ui'
import type { RefObject } from 'react'
import { newNote } from '../../actions/adding.ts'
import { announce } from '../../actions/announcer.ts'
import { cutToFit, linesIn } from '../../actions/lines.ts'
import { homeZone } from '../../actions/lists.ts'
import { writableKinds } from '../../actions/writable-kinds.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { colorFor, quickField, withValue } from '../../composer/composer.tsx'
import { useDraft } from '../../composer/draft.ts'
import { placeChoices } from '../../composer/place-choices.ts'
import { useWords } from '../../i18n/use-words.ts'
import { keepKeys } from '../../session/own-keys.ts'
import { useSession } from '../../session/session-context.ts'
import { useIsProtected } from '../use-stage-now.ts'
import { addDrafts, type DraftHome } from './drafts.ts'
import { newWithdrawKey } from './withdraw-key.ts'

/** More lines than this at once are not somebody's own thoughts. */
const mostLines = 30

/** What somebody is writing alone, and how it becomes a draft. What is begun stays when the stage moves on. */
export function useDraftComposer(home: DraftHome, area: RefObject<HTMLTextAreaElement | null>) {
  const words = useWords()
  const { t } = words
  const session = useSession()
  const { kind, ui } = useBoardOnScreen()
  const toast = useToast()
  const inMemory = useIsProtected()
  const [draft, change] = useDraft(ui)
  const kinds = writableKinds(kind)
  const noteKind = kinds.find((one) => one.id === draft.kind) ?? kinds[0]
  const places = noteKind ? placeChoices(kind, noteKind.id, words) : []
  const place = places.find((one) => one.id === draft.place) ?? places[0]
  const quick = noteKind ? quickField(noteKind) : undefined
  const fields = { ...draft.fields, ...place?.fields }

  /** Makes one draft of each text; answers how many. */
  function put(texts: readonly string[], media: Media | null = null): number {
    const own = session.draft()
    if (!noteKind || !own || texts.length === 0) return 0
    const keys = texts.map(newWithdrawKey)
    const at = place?.place ?? listOf(homeZone(kind, noteKind.id))
    const notes = texts.map((text, index) => ({
      ...newNote(kind, noteKind.id, text, at, fields),
      ...(media && { media }),
      withdrawKey: keys[index]?.hash,
    }))
    keepKeys(session.workshop, new Map(keys.map(({ hash, key }) => [hash, key])), { inMemory })
    addDrafts(
      own.doc,
      home,
      notes.map(({ withdrawKey, ...note }) => ({ ...note, ...(withdrawKey ? { withdrawKey } : {}) })),
    )
    announce(t('voices.write.said', { count: texts.length }))
    return texts.length
  }

  return {
    draft,
    kinds,
    noteKind,
    places,
    place,
    quick,
    color: noteKind ? colorFor(noteKind, fields, place?.place) : ('chalk' as const),
    setText: (text: string) => change({ text }),
    setKind: (id: string) => change({ kind: id, place: null, fields: {} }),
    setPlace: (id: string) => change({ place: id }),
    setQuick: (value: string | null) => quick && change({ fields: withValue(draft.fields, quick.id, value) }),
    colorWith: (value: string) =>
      noteKind && quick ? colorFor(noteKind, { ...fields, [quick.id]: value }, place?.place) : 'chalk',
    putDown() {
      const text = draft.text.trim()
      if (text !== '' && put(cutToFit([text], maxNoteLength)) > 0) change({ text: '' })
      area.current?.focus()
    },
    /** What was drawn or brought becomes a draft, over the words that stand here; false when it cannot. */
    putPicture(media: Media | null, words: string): boolean {
      const isPut = put([draft.text.trim() || words], media) > 0
      if (isPut) change({ text: '' })
      return isPut
    },
    /** Whether a pasted text was taken as a list of notes. */
    paste(pasted: string): boolean {
      const lines = linesIn(pasted)
      if (draft.text.trim() !== '' || lines.length < 2) return false
      if (lines.length > mostLines)
        toast({ message: t('voices.write.tooMany', { count: lines.length, most: mostLines }) })
      else put(cutToFit(lines, maxNoteLength))
      return true
    },
  }
}

const listOf = (zone: { id: string; holds: string } | undefined): Place | undefined =>
  zone && zone.holds === 'list' ? { zone: zone.id } : undefined
