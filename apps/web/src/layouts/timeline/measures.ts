/** Measures of the path, in board units; what the picture shows at 72 %. Left to right; mirrored at the end. */
export const stepWidth = 220
export const channel = 27
export const pitch = stepWidth + channel
/** Between the last column of steps and the instant before. */
export const beforeGap = 42
export const sceneWidth = 222
export const posterGap = 28
export const posterWidth = 248
export const laneHead = 172
export const laneGap = 12
export const laneLeast = 112
/** The thick line, the gap and the thin line of "today". */
export const todayWidth = 14
export const todayGap = 21
/** Column heads stand over the lanes. */
export const headTop = -108
export const headRule = -57
export const sceneTop = -24
/** Columns shown even while nothing stands in them. */
export const leastDepth = 4

/** Where a column of steps begins. Depth 1 is the instant's own column, used by steps when there is none. */
export const columnX = (depth: number): number =>
  depth <= 1 ? 0 : -beforeGap - stepWidth - (depth - 2) * pitch
