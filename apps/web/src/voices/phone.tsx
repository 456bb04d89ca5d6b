import { useAsked } from './voices.ts'
import { Choosing } from './votes/choosing.tsx'
import { FaceDownPage, WriteAlone } from './write/write-alone.tsx'

/** On a phone: what the stage asks of me fills the place between the bars. */
export function VoicesPhone() {
  const asked = useAsked()
  if (asked === 'choose') return <Choosing />
  return asked === 'reveal' ? <FaceDownPage /> : <WriteAlone />
}
