/** A part of `bytes` that must be there whole; throws a RangeError when it is not. */
export function part(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at < 0 || length < 0 || at + length > bytes.length) throw new RangeError('the bytes end early')
  return bytes.subarray(at, at + length)
}

export const join = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

export const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const asAscii = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Stops reading: the bytes contradict themselves. */
export function broken(what: string): never {
  throw new Error(what)
}
