import type { QueryConfig } from 'pg'
import type { Batch, RecordChange } from '../store.ts'
import { checksum } from './checksum.ts'

/**
 * One statement, and so one transaction and one way to the server and back, for many batches: each document's row
 * is locked and advanced, in the order of names so that two nodes never wait for each other, the updates are
 * numbered under that lock, and the records are written. The bytes travel as one piece with offsets, because the
 * driver would spell out an array of them as text. A document that is not any more what an update was made on refuses
 * the whole statement.
 */
const statement = `
  WITH given AS (
    SELECT * FROM unnest($1::text[], $2::int[], $14::bigint[], $15::bigint[])
           WITH ORDINALITY AS g (name, count, generation, onto, place)
  ), advanced AS (
    INSERT INTO vispera.document AS d (name, seq)
    SELECT name, CASE WHEN (onto > 0 OR generation <> 1)
                       AND NOT EXISTS (SELECT FROM vispera.document e WHERE e.name = given.name)
                      THEN vispera.outdated() ELSE count END
    FROM given ORDER BY name COLLATE "C"
    ON CONFLICT (name) DO UPDATE SET seq = CASE
      WHEN EXISTS (SELECT FROM given WHERE given.name = d.name
                   AND (given.onto > d.seq OR given.generation <> d.generation))
      THEN vispera.outdated() ELSE d.seq + excluded.seq END
    RETURNING d.id, d.name, d.seq, d.generation
  ), logged AS (
    INSERT INTO vispera.log (document, seq, bytes, checksum)
    -- Looked at once more: the row may have been there above, and have gone while this waited for whoever deleted it.
    SELECT a.id, CASE WHEN a.seq - g.count < g.onto OR a.generation <> g.generation
                      THEN vispera.outdated() ELSE a.seq - g.count + u.nth END,
           substr($3::bytea, u.start, u.length),
           (u.checksum + a.seq - g.count + u.nth) & 4294967295
    FROM unnest($4::int[], $5::int[], $6::int[], $7::int[], $8::bigint[])
           AS u (place, nth, start, length, checksum)
    JOIN given g USING (place) JOIN advanced a USING (name)
  ), written AS (
    INSERT INTO vispera.record AS r (collection, key, value)
    SELECT * FROM unnest($9::text[], $10::text[], $11::text[])
    ON CONFLICT (collection, key) DO UPDATE SET value = excluded.value
  ), deleted AS (
    DELETE FROM vispera.record r USING unnest($12::text[], $13::text[]) AS gone (collection, key)
    WHERE r.collection = gone.collection AND r.key = gone.key
  )
  SELECT name, seq::text FROM advanced`

export interface AppendRow {
  readonly name: string
  readonly seq: string
}

/** The statement that appends these batches. None of them may claim a record. */
export function appendStatement(batches: readonly Batch[]): QueryConfig {
  const updates = batches.flatMap((batch) => batch.updates)
  const counts = new Map<string, number>()
  const columns = { place: [], nth: [], start: [], length: [], checksum: [] } as Record<string, number[]>
  const places = new Map<string, number>()
  let start = 1
  for (const { document, update } of updates) {
    if (!places.has(document)) places.set(document, places.size + 1)
    const nth = (counts.get(document) ?? 0) + 1
    counts.set(document, nth)
    columns.place?.push(places.get(document) ?? 0)
    columns.nth?.push(nth)
    columns.start?.push(start)
    columns.length?.push(update.length)
    columns.checksum?.push(checksum(document, update))
    start += update.length
  }
  const onto = new Map(batches.flatMap((batch) => batch.onto ?? []).map((one) => [one.document, one]))
  const names = [...counts.keys()]
  const { puts, deletes } = lastChanges(batches.flatMap(({ records = [] }) => records))
  return {
    name: 'append',
    text: statement,
    values: [
      names,
      [...counts.values()],
      Buffer.concat(updates.map(({ update }) => update)),
      ...Object.values(columns),
      puts.map(({ collection }) => collection),
      puts.map(({ key }) => key),
      puts.map(({ value }) => JSON.stringify(value)),
      deletes.map(({ collection }) => collection),
      deletes.map(({ key }) => key),
      names.map((name) => onto.get(name)?.generation ?? null),
      names.map((name) => onto.get(name)?.seq ?? null),
    ],
  }
}

/** What each batch is answered: the number that each of its documents had reached after it. */
export function numbersReached(batches: readonly Batch[], rows: readonly AppendRow[]): Map<string, number>[] {
  const reached = new Map(rows.map(({ name, seq }) => [name, Number(seq)]))
  for (const { document } of batches.flatMap(({ updates }) => updates))
    reached.set(document, (reached.get(document) ?? 0) - 1)
  return batches.map(({ updates }) => {
    for (const { document } of updates) reached.set(document, (reached.get(document) ?? 0) + 1)
    return new Map(updates.map(({ document }) => [document, reached.get(document) ?? 0]))
  })
}

/** One statement may change a record once: the last change stands for those before it. In the order of keys. */
function lastChanges(changes: readonly RecordChange[]) {
  const last = new Map(changes.map((change) => [JSON.stringify([change.collection, change.key]), change]))
  const inOrder = [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change)
  return {
    puts: inOrder.filter((change) => change.kind !== 'delete'),
    deletes: inOrder.filter((change) => change.kind === 'delete'),
  }
}
