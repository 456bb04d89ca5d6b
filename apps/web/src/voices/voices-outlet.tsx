import { Part } from '../later/part.tsx'
import { useHasVoices, voices } from './voices.ts'

const nothing = {}

/** Keeps notes telling of hearts, votes and who wrote them, once there is anything to tell. */
export function VoicesOutlet() {
  return useHasVoices() && <Part of={voices.keeper} with={nothing} />
}
