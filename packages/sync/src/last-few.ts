/**
 * Remembers what was made of the last few frames as long as they are being sent: a frame goes to many in one breath,
 * and then never again. A WeakMap for that would cost the garbage collector more than the work it saves; and what was
 * deleted must not lie in memory because nobody has spoken since. `variant` tells apart what is made of one frame.
 */
export function createLastFew<Made>(most: number) {
  const frames: (Uint8Array | null)[] = Array(most).fill(null)
  const variants: number[] = Array(most).fill(0)
  const things: (Made | null)[] = Array(most).fill(null)
  let next = 0
  let isForgetting = false

  function forget() {
    isForgetting = false
    frames.fill(null)
    things.fill(null)
  }

  return (frame: Uint8Array, variant: number, make: (frame: Uint8Array, variant: number) => Made): Made => {
    for (let index = 0; index < most; index += 1) {
      const thing = things[index]
      if (thing && frames[index] === frame && variants[index] === variant) return thing
    }
    const made = make(frame, variant)
    frames[next] = frame
    variants[next] = variant
    things[next] = made
    next = (next + 1) % most
    if (!isForgetting) queueMicrotask(forget)
    isForgetting = true
    return made
  }
}
