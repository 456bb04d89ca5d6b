import { Part } from '../later/part.tsx'
import { useStands } from '../later/warm-up.ts'
import { useHasVoices, voices } from './voices.ts'

const nothing = {}

/** Keeps notes telling of hearts, votes and who wrote them, once the board stands and there is anything to tell. */
export function VoicesOutlet() {
  const stands = useStands()
  return useHasVoices() && stands && <Part of={voices.keeper} with={nothing} />
}
