import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bare,
  joined,
  jpegSegment,
  jpegWithSecrets,
  latin,
  pngChunk,
  pngWithSecrets,
  secret,
  webpOf,
  webpWithSecrets,
  withSize,
} from '../testing/pictures.ts'
import { cleanImage } from './clean-image.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a picture comes out with nothing but what it is drawn from', () => {
  it.each([
    ['a JPEG from a telephone', jpegWithSecrets, 'image/jpeg', bare.jpeg],
    ['a PNG with a biography', pngWithSecrets, 'image/png', bare.png],
    ['a WebP with EXIF and XMP', webpWithSecrets, 'image/webp', bare.webp],
    ['a bare JPEG', bare.jpeg, 'image/jpeg', bare.jpeg],
    ['a bare PNG', bare.png, 'image/png', bare.png],
    ['a bare WebP', bare.webp, 'image/webp', bare.webp],
    ['a lossless WebP', bare.lossless, 'image/webp', bare.lossless],
    ['a WebP that one sees through', bare.alpha, 'image/webp', bare.alpha],
  ])('%s', (_, given, type, left) => {
    const cleaned = cleanImage(given)
    expect(cleaned).toEqual({ type, width: 12, height: 8, bytes: left })
    expect(text((cleaned as { bytes: Uint8Array }).bytes)).not.toContain(secret.slice(0, 6))
  })

  it('keeps the mark that says how a JPEG means its colours, and only in its one form', () => {
    const mark = latin('Adobe\0\x64\0\0\0\0\x01')
    const head = bare.jpeg.subarray(0, 2)
    const rest = bare.jpeg.subarray(2)
    const withMark = joined(head, jpegSegment(0xee, mark), rest)
    expect(cleanImage(withMark)).toMatchObject({ bytes: withMark })
    const talkative = joined(head, jpegSegment(0xee, joined(mark, latin(secret))), rest)
    expect(cleanImage(talkative)).toMatchObject({ bytes: bare.jpeg })
  })
})

const svg = latin(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`)

describe('what is no picture is refused, whatever it is called', () => {
  it.each([
    ['an SVG', svg, 'unknown'],
    ['an SVG behind a declaration', joined(latin('<?xml version="1.0"?>'), svg), 'unknown'],
    ['a page', latin('<!doctype html><script>alert(1)</script>'), 'unknown'],
    ['a GIF', latin('GIF89a\x0c\0\x08\0\0\0\0;'), 'unknown'],
    ['a PDF', latin('%PDF-1.7'), 'unknown'],
    ['a ZIP', latin('PK\x03\x04'), 'unknown'],
    ['a program', latin('\x7fELF\x02\x01\x01'), 'unknown'],
    ['a BMP', latin('BM\x46\0\0\0'), 'unknown'],
    ['an AVIF', latin('\0\0\0\x20ftypavif'), 'unknown'],
    ['a TIFF', latin('II*\0'), 'unknown'],
    ['a RIFF that is a sound', latin('RIFF\x04\0\0\0WAVE'), 'unknown'],
    ['nothing', new Uint8Array(), 'unknown'],
    ['the first bytes of a JPEG and a page', joined(Uint8Array.of(0xff, 0xd8, 0xff), svg), 'broken'],
    ['the first bytes of a PNG and a page', joined(bare.png.subarray(0, 8), svg), 'broken'],
    ['the first bytes of a WebP and a page', joined(bare.webp.subarray(0, 12), svg), 'broken'],
    ['a JPEG of 65,500 pixels', withSize('jpeg', 65_500, 8), 'too-wide'],
    ['a PNG of 65,500 pixels', withSize('png', 12, 65_500), 'too-wide'],
    ['a PNG of four thousand million pixels', withSize('png', 0xffffffff, 0xffffffff), 'too-wide'],
    ['a PNG that is a line', withSize('png', 2_000, 3), 'too-wide'],
    ['a JPEG of no height', withSize('jpeg', 12, 0), 'broken'],
    ['a PNG of no width', withSize('png', 0, 8), 'broken'],
    [
      'a PNG whose pixels were changed',
      Uint8Array.from(bare.png, (byte, at) => (at === 60 ? byte ^ 1 : byte)),
      'broken',
    ],
    [
      'a PNG with a chunk that nobody knows and nobody may skip',
      joined(bare.png.subarray(0, 33), pngChunk('EVIL', latin('x')), bare.png.subarray(33)),
      'broken',
    ],
    [
      'a PNG with two heads',
      joined(bare.png.subarray(0, 33), bare.png.subarray(8, 33), bare.png.subarray(33)),
      'broken',
    ],
    [
      'a WebP that moves',
      webpOf(['VP8X', new Uint8Array(10)], ['ANIM', new Uint8Array(6)], ['ANMF', new Uint8Array(16)]),
      'broken',
    ],
    [
      'a WebP with two pictures',
      webpOf(['VP8 ', bare.webp.subarray(20)], ['VP8 ', bare.webp.subarray(20)]),
      'broken',
    ],
    [
      'a WebP longer than it is',
      joined(bare.webp.subarray(0, 4), Uint8Array.of(255, 255, 255, 127), bare.webp.subarray(8)),
      'broken',
    ],
  ])('%s', (_, bytes, refusal) => {
    expect(cleanImage(bytes)).toBe(refusal)
  })

  it.each(Object.entries(bare))('a %s cut off anywhere', (_, whole) => {
    for (let length = 0; length < whole.length; length++)
      expect(typeof cleanImage(whole.subarray(0, length)), `${length}`).toBe('string')
  })

  it('whatever the bytes are, cleaning ends, and what is clean stays as it is', () => {
    const made = [jpegWithSecrets, pngWithSecrets, webpWithSecrets, bare.alpha]
    const changed = fc
      .tuple(fc.constantFrom(...made), fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 6 }))
      .map(([bytes, changes]) => {
        const copy = bytes.slice()
        for (const [at, byte] of changes) copy[at % copy.length] = byte
        return copy
      })
    fc.assert(
      fc.property(changed, (bytes) => {
        const cleaned = cleanImage(bytes)
        if (typeof cleaned === 'string') return
        expect(cleaned.bytes.length).toBeLessThanOrEqual(bytes.length)
        expect(cleanImage(cleaned.bytes)).toEqual(cleaned)
      }),
      { numRuns: 3_000 },
    )
  })
})
