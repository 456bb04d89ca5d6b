import type { Drawing, ImageMedia, StoredImage } from '@vispera/board'

/** Twelve by eight pixels of orange and blue, as each type that a note may show. */
const base64 = {
  'image/jpeg':
    '/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAME/8QAHBAAAgEFAQAAAAAAAAAAAAAAAQIAAwQRIUEi/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAZEQACAwEAAAAAAAAAAAAAAAAAAQIREiH/2gAMAwEAAhEDEQA/AKul2bkMlVBRyPJG8d5NMRIsparg9Kj/2Q==',
  'image/png':
    'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAYAAADN5B7xAAAATklEQVR4AZSOwQ0AIAgDqyu5kys4gys4gkuiMYEHJSQS+qD0AhWuZEMyEeB4Ggkos0NF6WsQcL20q/6L1uUpjQN2QcaCV8QaEC0j7xs4AAAA//88RTICAAAABklEQVQDAFvAKvGeEHsvAAAAAElFTkSuQmCC',
  'image/webp':
    'UklGRlwAAABXRUJQVlA4IFAAAADwAQCdASoMAAgABABoJbACdLoAAwekYAAA+Wma1R5jwSzS+DbIp24SiCBYJNvdxNOMe/IiYT3/Z6/1bn+HJO76/fPntQ78HZbOtKEnYnc4AA==',
} as const

export const storedImage = (type: keyof typeof base64): StoredImage => ({
  type,
  bytes: new Uint8Array(Buffer.from(base64[type], 'base64')),
})

export const anImage = (mediaId: string, alt = ''): ImageMedia => ({
  kind: 'image',
  alt,
  width: 12,
  height: 8,
  mediaId,
})

export const aDrawing = (alt = ''): Drawing => ({
  kind: 'drawing',
  alt,
  width: 320,
  height: 200,
  strokes: 'AAgCgCgPgPAgPgD.BBUU',
})
