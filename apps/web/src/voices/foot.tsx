import { useIsPhone } from '../screens/shared/use-media.ts'
import { useAsked } from './voices.ts'
import { VoteBar } from './votes/vote-bar.tsx'
import { DraftComposer } from './write/draft-composer.tsx'
import { useWriting } from './write/use-writing.ts'
import { RevealTray, WritingTray } from './write/writing-tray.tsx'

/** In the place of the composer: where somebody writes alone, the cards face down, or the way to the open vote. */
export function VoicesFoot() {
  const isPhone = useIsPhone()
  const asked = useAsked()
  const writing = useWriting()
  if (asked === 'choose') return <VoteBar />
  if (asked === 'reveal') return <RevealTray />
  if (asked !== 'write' || !writing) return null
  if (!isPhone) return <WritingTray writing={writing} />
  return writing.elsewhere === null ? <DraftComposer home={writing.home} isOnPhone /> : null
}
