import { crc32 } from 'node:zlib'

/** Pictures of 12 by 8 pixels, as bare as they come, and what people and programs hang on to them. */
export const bare = {
  jpeg: bytesOf(
    '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAME/8QAHBAAAgEFAQAAAAAAAAAAAAAAAQIAAwQRIUEi/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAZEQACAwEAAAAAAAAAAAAAAAAAAQIREiH/2gAMAwEAAhEDEQA/AKul2bkMlVBRyPJG8d5NMRIsparg9Kj/2Q==',
  ),
  png: bytesOf(
    'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAYAAADN5B7xAAAATklEQVR4AZSOwQ0AIAgDqyu5kys4gys4gkuiMYEHJSQS+qD0AhWuZEMyEeB4Ggkos0NF6WsQcL20q/6L1uUpjQN2QcaCV8QaEC0j7xs4AAAA//88RTICAAAABklEQVQDAFvAKvGeEHsvAAAAAElFTkSuQmCC',
  ),
  webp: bytesOf(
    'UklGRlwAAABXRUJQVlA4IFAAAADwAQCdASoMAAgABABoJbACdLoAAwekYAAA+Wma1R5jwSzS+DbIp24SiCBYJNvdxNOMe/IiYT3/Z6/1bn+HJO76/fPntQ78HZbOtKEnYnc4AA==',
  ),
  lossless: bytesOf('UklGRi4AAABXRUJQVlA4TCIAAAAvC8ABAA/wmbv5v5nm/AceFLRtw0AI6AJ/G4iI/ocxej4A'),
  alpha: bytesOf(
    'UklGRo4AAABXRUJQVlA4WAoAAAAQAAAACwAABwAAQUxQSBcAAAABDzD/ERFCIdsIEML5W57BDxHR/yBeDwBWUDggUAAAADACAJ0BKgwACAAEAGglsAJ0ugB+AAKL+WAAAPcmZm3gz3iz5mAZmII3rLnpu0lrpPEXlYA/s2Ur9x/BDyL+/31+8Nt6t3nXy4ppPQ0NAAAA',
  ),
} as const

/** What must never leave with a picture. */
export const secret = 'GPS 14.5833,-90.5167 Canon of Rosa'

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}

export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** An EXIF block as cameras write it: one entry, a GPS directory, and words. */
export const exif = joined(
  latin('Exif\0\0II*\0\b\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0'),
  latin(secret),
)

export function jpegSegment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2
  return joined(Uint8Array.of(0xff, marker, length >> 8, length & 255), content)
}

/** A JPEG as a telephone makes it: JFIF, EXIF, XMP, a profile, a comment, and a film behind its end. */
export const jpegWithSecrets = joined(
  bare.jpeg.subarray(0, 2),
  jpegSegment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
  jpegSegment(0xe1, exif),
  jpegSegment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secret}</x:xmpmeta>`)),
  jpegSegment(0xe2, latin(`ICC_PROFILE\0\x01\x01${secret}`)),
  jpegSegment(0xed, latin(`Photoshop 3.0\0${secret}`)),
  jpegSegment(0xfe, latin(secret)),
  bare.jpeg.subarray(2),
  latin(`PK\x03\x04${secret}`),
)

export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const typed = joined(latin(type), content)
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(content.length, 0)
  numbers.writeUInt32BE(crc32(typed), 4)
  return joined(numbers.subarray(0, 4), typed, numbers.subarray(4))
}

const pngHeadLength = 8 + 25

export const pngWithSecrets = joined(
  bare.png.subarray(0, pngHeadLength),
  pngChunk('tEXt', latin(`Author\0${secret}`)),
  pngChunk('zTXt', latin(`Author\0\0${secret}`)),
  pngChunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)),
  pngChunk('eXIf', exif.subarray(6)),
  pngChunk('iCCP', latin(`${secret}\0\0`)),
  pngChunk('tIME', Uint8Array.of(7, 234, 11, 21, 6, 0, 0)),
  bare.png.subarray(pngHeadLength),
  latin(`<script>${secret}</script>`),
)

export function webpOf(...chunks: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array {
  const body = joined(
    ...chunks.map(([name, content]) => {
      const size = Buffer.alloc(4)
      size.writeUInt32LE(content.length)
      return joined(latin(name), size, content, new Uint8Array(content.length % 2))
    }),
  )
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length + 4)
  return joined(latin('RIFF'), size, latin('WEBP'), body)
}

const webpPicture = bare.webp.subarray(20)

export const webpWithSecrets = joined(
  webpOf(
    ['VP8X', Uint8Array.of(0x2c, 0, 0, 0, 11, 0, 0, 7, 0, 0)],
    ['ICCP', latin(secret)],
    ['VP8 ', webpPicture],
    ['EXIF', exif],
    ['XMP ', latin(`<x:xmpmeta>${secret}</x:xmpmeta>`)],
    ['NOTE', latin(secret)],
  ),
  latin(secret),
)

/** A picture with another size written into its head. */
export function withSize(kind: 'jpeg' | 'png', width: number, height: number): Uint8Array {
  const bytes = Buffer.from(bare[kind])
  if (kind === 'jpeg') {
    const at = bytes.indexOf(Buffer.of(0xff, 0xc0))
    bytes.writeUInt16BE(height, at + 5)
    bytes.writeUInt16BE(width, at + 7)
    return new Uint8Array(bytes)
  }
  const header = Buffer.from(bytes.subarray(16, 29))
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return joined(bytes.subarray(0, 8), pngChunk('IHDR', header), bytes.subarray(pngHeadLength))
}
