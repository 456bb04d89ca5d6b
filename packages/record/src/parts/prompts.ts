import type { ParsedWorkshop } from '@vispera/board'
import type { Prompt } from '@vispera/kinds'
import type { Block, Line } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { section, sentences } from '../document/make-blocks.ts'
import { cleanText, ownRun, shortened } from '../words/runs.ts'

/** The gentle questions that the group has not put aside. Questions, never a score. */
export function writePrompts(context: RecordContext, view: BoardView): Block[] {
  const lines = promptsOf(context, view).map((prompt) => promptLine(context, view, prompt))
  return section(context.words.run(context.words.text('record.prompts.title')), sentences(lines))
}

/** A kind's prompts for its board; those about a note that stays behind stay behind with it. */
export function promptsOf(context: RecordContext, view: BoardView): Prompt[] {
  const ruleContext = { threads: context.workshop.threads, boards: boardsOf(context.workshop) }
  const prompts = view.kind?.prompts?.(view.board, ruleContext) ?? []
  const secrets = secretWords(context)
  const isSafe = ({ notes, values }: Prompt) =>
    notes.every((id) => !view.all.has(id) || view.notes.has(id)) &&
    Object.values(values).every((value) => !secrets.has(cleanText(String(value))))
  return prompts.filter((prompt) => view.board.settings[`dismissed.${prompt.id}`] !== true && isSafe(prompt))
}

/** Words that stay behind: those of notes that may not leave, and last known words of notes that are gone. */
function secretWords(context: RecordContext): ReadonlySet<string> {
  const secrets = new Set<string>()
  for (const { lastKnown } of context.workshop.threads) {
    for (const words of [lastKnown?.from, lastKnown?.to])
      if (words !== undefined) secrets.add(cleanText(words))
  }
  for (const { all } of context.views) for (const note of all.values()) secrets.add(cleanText(note.text))
  for (const { notes } of context.views)
    for (const note of notes.values()) secrets.delete(cleanText(note.text))
  return secrets
}

export function promptLine({ words }: RecordContext, view: BoardView, prompt: Prompt): Line {
  const id = `${view.board.kind}.prompt.${prompt.rule}`
  if (!words.has(id)) return [words.run(prompt.rule)]
  const values = Object.entries(prompt.values).map(
    ([name, value]): [string, string | number | SelectableRun] => [
      name,
      typeof value === 'number' ? value : selectable(value),
    ],
  )
  return words.line(id, Object.fromEntries(values))

  /** People's words as a run of their own, that a message can also choose by (`{side, select, ...}`). */
  function selectable(value: string): SelectableRun {
    const run = ownRun(shortened(value), undefined, words.dir)
    return { ...run, toString: () => cleanText(value) }
  }
}

type SelectableRun = ReturnType<typeof ownRun> & { toString(): string }

const boardsOf = (workshop: ParsedWorkshop) => new Map(workshop.boards.map((board) => [board.id, board]))
