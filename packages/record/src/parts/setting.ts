import type { Block } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { cleanText, ownRun } from '../words/runs.ts'

/** What the group wrote about the board itself: the day being pictured, a choice, a lock. */
export function writeSetting({ words }: RecordContext, view: BoardView, id: string): Block[] {
  const setting = view.kind?.settings.find((one) => one.id === id)
  const value = view.board.settings[id]
  if (!setting) return []
  const label = words.label(`${view.board.kind}.setting.${id}.label`, id)
  switch (setting.type) {
    case 'text': {
      const text = typeof value === 'string' ? cleanText(value) : ''
      const line = text === '' ? words.line('record.leftOpen') : [ownRun(text, undefined, words.dir)]
      return [{ kind: 'facts', facts: [{ label, values: [line] }] }]
    }
    case 'choice': {
      if (typeof value !== 'string' || !setting.options?.includes(value)) return []
      const option = words.label(`${view.board.kind}.setting.${id}.${value}`, value)
      return [{ kind: 'facts', facts: [{ label, values: [[words.run(option)]] }] }]
    }
    case 'locked':
      return value === true ? [{ kind: 'facts', facts: [{ label, values: [words.line('record.yes')] }] }] : []
  }
}
