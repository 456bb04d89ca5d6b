const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

/** Frames that have hurt somebody's server once, or were made to. Every run of mutated frames begins with them. */
export const crashers: readonly { readonly why: string; readonly bytes: Uint8Array }[] = [
  { why: 'nothing at all', bytes: new Uint8Array() },
  { why: 'a number that never ends', bytes: fromHex('ff'.repeat(64)) },
  { why: 'a state vector that claims four billion clients', bytes: fromHex('000005ffffffff0f') },
  { why: 'presence of four billion people', bytes: fromHex('0105ffffffff0f') },
  { why: 'an update whose length is a lie', bytes: fromHex('0002ffffffff7f') },
  {
    why: 'a collected struct of 2^52 that uses up a client id',
    bytes: fromHex('00020f0101010000808080808080800800'),
  },
  { why: 'a skip before anything is known', bytes: fromHex('0002080101010a0a000500') },
  { why: 'a deletion of what does not exist', bytes: fromHex('0002080001010100ffffff7f') },
]
