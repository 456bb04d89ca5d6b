import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { explain } from './sqlite-error.ts'

export type Row = Record<string, SQLInputValue>

/**
 * The rows of a query in an order; where a page is damaged those before it, then those after it, coming from the
 * other end.
 */
export function* fromBothEnds(
  db: DatabaseSync,
  query: string,
  order: readonly string[],
  ...given: SQLInputValue[]
): Generator<Row> {
  // Prepared each time: a statement that failed half way fails once more, whatever it is asked next.
  const rows = (direction: 'ASC' | 'DESC') => {
    const by = order.map((column) => `${column} ${direction}`).join(', ')
    return db.prepare(`${query} ORDER BY ${by}`).iterate(...given) as Iterable<Row>
  }
  try {
    yield* rows('ASC')
    return
  } catch (error) {
    if (explain(error).reason !== 'damaged') throw error
  }
  try {
    yield* rows('DESC')
  } catch {
    // The same damage, from the other side.
  }
}
