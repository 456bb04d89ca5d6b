/** How many bytes lib0 writes for a number: seven bits each. */
export function varUintLength(value: number): number {
  let length = 1
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1
  return length
}

/** Writes a number as lib0 does, where there is room for it; answers where it ends. */
export function putVarUint(bytes: Uint8Array, at: number, value: number): number {
  let [end, rest] = [at, value]
  while (rest > 127) {
    bytes[end] = 128 | (rest % 128)
    end += 1
    rest = Math.floor(rest / 128)
  }
  bytes[end] = rest
  return end + 1
}
