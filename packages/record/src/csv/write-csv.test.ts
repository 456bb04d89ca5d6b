import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { theExample } from '../testing/example.ts'
import { hostileTexts } from '../testing/hostile-texts.ts'
import { aBoard, aNote, aWorkshop } from '../testing/makers.ts'
import { exportCsv, exportTables } from './export-csv.ts'

/** A table as rows of cells by column name; the first column name is without the byte order mark. */
const rowsOf = (csv: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data

describe('the worked example as tables', () => {
  it('gives the plan by number, with goal, needs, thread, grounding and tactics', async () => {
    const { body, title } = await exportCsv(theExample(), 'backcast')
    const rows = rowsOf(body)
    expect(title).toBe('Backcast')
    expect(rows.slice(0, 9).map((row) => row.Number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(rows[6]).toMatchObject({
      Words: 'A majority of councillors say in public that they support it',
      'Under goal': 'The committee has put our lease on the agenda',
      'Needs first': '5; 6',
      Thread: 'Deciders and rules',
      'Is it true today?': 'Nobody knows yet',
      'Linked tactics': 'Outside: Shoppers fill the gallery with market baskets',
    })
  })

  it('gives tactics by cell, with role, status, moment and the steps they serve', async () => {
    const rows = rowsOf((await exportCsv(theExample(), 'grid')).body)
    expect(rows[0]).toMatchObject({
      Words: 'Speak at the budget hearing',
      Row: 'Inside',
      Column: 'Invited space',
      'Who, by role': 'co-op secretary',
      'Where it stands': 'Chosen',
      around: 'Budget hearing',
      'Linked steps': 'The committee has put our lease on the agenda',
    })
  })

  it('gives commitments by role, then everything else on the board', async () => {
    const rows = rowsOf((await exportCsv(theExample(), 'next')).body)
    expect(rows[0]).toMatchObject({
      List: 'We will',
      Kind: 'Commitment',
      'Who, by role': 'Row four keepers',
      'By when': 'before the rains',
    })
    expect(rows).toHaveLength(7)
  })

  it('gives all tables in one ZIP when no board is named', async () => {
    const { body, isZip } = await exportTables(theExample())
    expect(isZip).toBe(true)
    const files = unzipSync(body as Uint8Array)
    expect(Object.keys(files)).toEqual(['1-Backcast.csv', '2-Inside-outside.csv', '3-Next-steps.csv'])
    expect(strFromU8(files['3-Next-steps.csv'] as Uint8Array)).toContain('Row four cooked for everyone.')
  })
})

describe('a table', () => {
  const board = aBoard({
    id: 'b',
    kind: 'next-steps',
    notes: hostileTexts.map((text, index) =>
      aNote({
        id: `n${index}`,
        kind: 'celebration',
        text,
        place: { zone: 'thanks', order: `a${String(index).padStart(3, '0')}` },
      }),
    ),
  })

  it('starts with a byte order mark, ends lines as RFC 4180 asks and gives every cell back', async () => {
    const { body } = await exportCsv(aWorkshop({ boards: [board] }), 'b')
    expect(body.startsWith('\uFEFFWords,')).toBe(true)
    expect(body.endsWith('\r\n')).toBe(true)
    const words = rowsOf(body).map((row) => row.Words)
    expect(words).toHaveLength(hostileTexts.length)
    expect(words).toContain('a,"b"\nc;d')
    expect(words).toContain('日本語の文字')
  })

  it('never lets a spreadsheet run what people wrote', async () => {
    const { body } = await exportCsv(aWorkshop({ boards: [board] }), 'b')
    const cells = rowsOf(body).flatMap((row) => Object.values(row))
    expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
    expect(cells).toContain('\'=HYPERLINK("https://example.org","x")')
  })

  it('of one board alone is a CSV, not a ZIP; of none it is refused', async () => {
    expect((await exportTables(aWorkshop({ boards: [board] }))).isZip).toBe(false)
    await expect(
      exportTables(aWorkshop({ boards: [aBoard({ kind: 'vision-board' })] })),
    ).rejects.toMatchObject({ reason: 'no-table' })
  })

  it('of a board that is not there, or has none, is refused with its reason', async () => {
    const workshop = aWorkshop({ boards: [aBoard({ id: 'v', kind: 'vision-board' })] })
    await expect(exportCsv(workshop, 'v')).rejects.toMatchObject({ reason: 'no-table' })
    await expect(exportCsv(workshop, 'gone')).rejects.toMatchObject({ reason: 'unknown-board' })
  })
})
