/** Bytes as they come out of a bad line or a bad mind: one to three small changes, lengths that lie included. */
export function mutated(original: Uint8Array, random: () => number): Uint8Array {
  const bytes = [...original]
  const at = () => Math.floor(random() * bytes.length)
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    switch (Math.floor(random() * 6)) {
      case 0:
        bytes[at()] = Math.floor(random() * 256)
        break
      case 1:
        bytes[at()] = (bytes[at()] ?? 0) ^ (1 << Math.floor(random() * 8))
        break
      case 2:
        bytes.splice(at())
        break
      case 3: // a number that blows up
        bytes.splice(at(), 1, 0xff, 0xff, 0xff, 0xff, 0x7f)
        break
      case 4:
        bytes.splice(at(), 1)
        break
      default:
        bytes.splice(at(), 0, ...bytes.slice(at(), at() + 5))
    }
  }
  return Uint8Array.from(bytes)
}
