import type { TextStyle } from './measure.ts'

/** The type of the wall, in board units: what look.md gives for the screen at 72 %, as it is at 100 %. */
export const type = {
  note: { size: 17, weight: 400, face: 'text', line: 1.33 },
  noteStrong: { size: 17, weight: 600, face: 'text', line: 1.33 },
  kind: { size: 14.5, weight: 600, face: 'text', line: 1.33 },
  foot: { size: 14.3, weight: 600, face: 'text', line: 1.33 },
  theme: { size: 32, weight: 800, face: 'display', line: 1.05 },
  zone: { size: 24, weight: 800, face: 'display', line: 1.1 },
  prompt: { size: 17.5, weight: 400, face: 'text', line: 1.33 },
  label: { size: 17.5, weight: 600, face: 'text', line: 1.33 },
  banner: { size: 41, weight: 800, face: 'display', line: 1.08 },
  poster: { size: 39, weight: 800, face: 'display', line: 1.08 },
  scene: { size: 32, weight: 800, face: 'display', line: 1.08 },
  row: { size: 36, weight: 800, face: 'display', line: 1.05 },
} as const satisfies Record<string, TextStyle>

/** Notes, in board units. */
export const noteWidth = 170
export const noteGap = 12
export const listWidth = 246
/** The least height of a note that stands by itself. */
export const noteLeast = 88
