import { explain } from './sqlite-error.ts'

/** The rows before a damaged page, then those after it, coming from the other end; all of them where nothing is. */
export function* fromBothEnds<Row>(
  forwards: () => Iterable<Row>,
  backwards: () => Iterable<Row>,
): Generator<Row> {
  try {
    yield* forwards()
    return
  } catch (error) {
    if (explain(error).reason !== 'damaged') throw error
  }
  try {
    yield* backwards()
  } catch {
    // The same damage, from the other side.
  }
}
