/**
 * The values that labels may have. All of them are closed lists of ours: whatever a client can choose (a path, a
 * close code, a reason) becomes one of these or `other`, so that no label ever says who, where or what, and nobody
 * can make more of them than stand here.
 */

const refusals = [
  'too-large',
  'malformed',
  'forbidden-content',
  'too-deep',
  'gap',
  'foreign-client-id',
  'unknown-root',
  'wrong-place',
] as const

/** Of an update that was refused, from the words of the incident. */
export function refusalLabel(reason: string): string {
  const refusal = reason.replace(/^update refused: /, '')
  if (refusals.some((one) => one === refusal)) return refusal
  if (reason.startsWith('not a ')) return 'broken-frame'
  return 'other'
}

const closeCodes = [1000, 1001, 1005, 1006, 1007, 1008, 1009, 1011, 1012]
const ownCloseCodes = [4400, 4401, 4403, 4404, 4409, 4410, 4503, 4507, 4529]

export const closeLabel = (code: number): string =>
  closeCodes.includes(code) || ownCloseCodes.includes(code) ? String(code) : 'other'

/** Of a request, from the pattern of the route that answered it. */
export function routeLabel(pattern: string): string {
  if (pattern.startsWith('/api/') && !pattern.endsWith('*')) return pattern
  if (pattern.startsWith('/sync/')) return '/sync'
  if (pattern === '/metrics' || pattern === '/health') return pattern
  return pattern.startsWith('/api/') ? 'unknown' : 'pages'
}

export const statusLabel = (status: number): string => `${Math.floor(status / 100)}xx`
