import type { Vote } from '@vispera/board'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { announce } from '../actions/announcer.ts'
import { addToNotes } from '../board-ui/note-extras.ts'
import { useWords } from '../i18n/use-words.ts'
import { useIsPhone } from '../screens/shared/use-media.ts'
import { useSidePanel } from '../screens/workshop/side-panel.ts'
import { LineAct } from './marks/line-act.tsx'
import { useNoteFacts } from './marks/use-note-facts.ts'
import { useVoicesMenu } from './marks/use-voices-menu.tsx'
import { WallLayer } from './marks/wall-layer.tsx'
import { OwnNoteDialog } from './reveal/own-note-dialog.tsx'
import { useRevealNews } from './reveal/use-reveal-news.ts'
import { useStageNow } from './use-stage-now.ts'
import { useShowVoices, useVoicesPanel } from './voices-panel.ts'
import { useVotes } from './votes/use-votes.ts'

/** Keeps what notes show of hearts, votes and who wrote them, and brings forward what people are asked. */
export function VoicesKeeper() {
  const [own, setOwn] = useState<string | null>(null)
  const { facts, votes } = useNoteFacts()
  const menu = useVoicesMenu(setOwn)
  useLayoutEffect(() => addToNotes({ facts, votes, LineAct, WallLayer, menu }), [facts, votes, menu])
  useEffect(() => () => addToNotes(null), [])
  useRevealNews(setOwn)
  useVoteNews()
  return own === null ? null : <OwnNoteDialog key={own} noteId={own} onClose={() => setOwn(null)} />
}

/**
 * A vote that opens comes to the side of a wide screen; its result comes to everybody, and goes when the workshop
 * moves on. Flags are put while people read the board: they have the foot, and their result comes if there is one.
 */
function useVoteNews(): void {
  const { t } = useWords()
  const isPhone = useIsPhone()
  const votes = useVotes()
  const side = useSidePanel()
  const panel = useVoicesPanel()
  const show = useShowVoices()
  const run = useStageNow()?.now.run ?? null
  const before = useRef<ReadonlyMap<string, string> | null>(null)
  /** The run of the workshop in which the result that stands at the side came. */
  const cameIn = useRef<number | null>(null)
  useEffect(() => {
    const states = new Map(votes.map(({ id, state }) => [id, state]))
    const known = before.current
    before.current = states
    for (const vote of votes) {
      const was = known?.get(vote.id)
      if (was === vote.state) continue
      if (vote.state === 'open') {
        announce(t('voices.vote.opened'))
        if (!isPhone && vote.form !== 'shaky') show({ show: 'vote', vote: vote.id })
      } else if (was === 'open' && saysSomething(vote)) {
        announce(t('voices.result.came'))
        show({ show: 'vote', vote: vote.id })
        cameIn.current = run
      }
    }
    if (panel.show !== 'vote' || side.shown !== 'voices') return
    const hasMovedOn = cameIn.current !== null && run !== cameIn.current
    if (!states.has(panel.vote) || (hasMovedOn && states.get(panel.vote) !== 'open')) {
      cameIn.current = null
      side.show(null)
    }
  }, [votes, run, t, isPhone, show, panel, side])
}

/** Flags that nobody put are no news. */
const saysSomething = ({ form, result }: Vote): boolean => form !== 'shaky' || (result?.ballots ?? 0) > 0
