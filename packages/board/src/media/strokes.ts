/** Inks of a drawing, by name; how they look is each reader's. */
export const inkNames = ['ink', 'red', 'blue', 'green', 'plum'] as const
export type InkName = (typeof inkNames)[number]

/** Widths of a pen, in the drawing's own units. */
export const penWidths = [4, 9, 20] as const
export type PenWidth = (typeof penWidths)[number]

/** One line drawn without lifting; whole numbers in the drawing's own units. */
export interface Stroke {
  readonly ink: InkName
  readonly width: PenWidth
  readonly points: readonly (readonly [x: number, y: number])[]
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...digits].map((digit, value) => [digit, value]))

/**
 * Strokes as one string of letters and digits: for each its ink, its width, its first point, then how far it is
 * to each next one. Most points take two characters. Strokes are parted by full stops.
 */
export const encodeStrokes = (strokes: readonly Stroke[]): string => strokes.map(encodeStroke).join('.')

function encodeStroke({ ink, width, points }: Stroke): string {
  let text = digit(inkNames.indexOf(ink)) + digit(penWidths.indexOf(width))
  let last: readonly [number, number] = [0, 0]
  for (const point of points) {
    text += encodeNumber(point[0] - last[0]) + encodeNumber(point[1] - last[1])
    last = point
  }
  return text
}

/**
 * Reads strokes back, in order. Never throws: a peer may have stored anything, and what says nothing is passed
 * over. Points stay inside a drawing of the given size.
 */
export function decodeStrokes(text: string, { width, height }: { width: number; height: number }): Stroke[] {
  return text.split('.').flatMap((one) => {
    const ink = inkNames[values.get(one[0] ?? '') ?? -1]
    const pen = penWidths[values.get(one[1] ?? '') ?? -1]
    const numbers = decodeNumbers(one.slice(2))
    if (!ink || !pen || numbers.length < 2) return []
    const points: [number, number][] = []
    let [x, y] = [0, 0]
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      x += numbers[at] ?? 0
      y += numbers[at + 1] ?? 0
      points.push([within(x, width), within(y, height)])
    }
    return [{ ink, width: pen, points }]
  })
}

const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)
const digit = (value: number) => digits[value] ?? ''

/** Small numbers of either sign in few digits: five bits each, and one that says whether more follow. */
function encodeNumber(value: number): string {
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  let text = ''
  for (; rest >= 32; rest = Math.floor(rest / 32)) text += digit(32 + (rest % 32))
  return text + digit(rest)
}

function decodeNumbers(text: string): number[] {
  const numbers: number[] = []
  let sum = 0
  let weight = 1
  for (const character of text) {
    const value = values.get(character)
    // Five digits say more than any drawing needs; beyond that it is none of ours.
    if (value === undefined || weight > 32 ** 4) return numbers
    sum += (value % 32) * weight
    weight *= 32
    if (value >= 32) continue
    numbers.push(sum % 2 === 1 ? -(sum + 1) / 2 : sum / 2)
    sum = 0
    weight = 1
  }
  return numbers
}

/** A stroke as SVG path data: a soft curve through the middles between its points; a touch is a dot. */
export function strokePath({ points }: Stroke): string {
  const [first, second] = points
  if (!first) return ''
  const [x, y] = first
  // Without length nothing is drawn; with round ends this much is a dot.
  if (!second) return `M${x} ${y}h.01`
  const last = points.at(-1) ?? second
  const curves = points.slice(1, -1).map(([cx, cy], at) => {
    const [nx, ny] = points[at + 2] ?? last
    return `Q${cx} ${cy} ${(cx + nx) / 2} ${(cy + ny) / 2}`
  })
  return `M${x} ${y}${curves.join('')}L${last[0]} ${last[1]}`
}
