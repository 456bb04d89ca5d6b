import { useAsked } from './voices.ts'
import { Choosing } from './votes/choosing.tsx'
import { WriteAlone } from './write/write-alone.tsx'

/** On a phone: what the stage asks of me fills the place between the bars. */
export function VoicesPhone() {
  return useAsked() === 'choose' ? <Choosing /> : <WriteAlone />
}
