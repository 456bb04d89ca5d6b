import type { RecordPart } from '@vispera/kinds'
import type { Block } from '../document/blocks.ts'
import type { BoardView, RecordContext } from '../document/context.ts'
import { writeCells } from './cells.ts'
import { writeChain } from './chain.ts'
import { writeGoals } from './goals.ts'
import { writeHanging } from './hanging.ts'
import { writeFixedNote, writeKind, writeList } from './lists.ts'
import { writeMoments } from './moments.ts'
import { writePlan } from './plan.ts'
import { writePrompts } from './prompts.ts'
import { writeSent } from './sent.ts'
import { writeSentences } from './sentences.ts'
import { writeSetting } from './setting.ts'
import { writeTable } from './table.ts'
import { writeThemes } from './themes.ts'

/** Writes one part of a board's section; nothing when there is nothing to say. */
export function writePart(context: RecordContext, view: BoardView, part: RecordPart): Block[] {
  switch (part.part) {
    case 'setting':
      return writeSetting(context, view, part.setting)
    case 'note':
      return writeFixedNote(context, view, part.note)
    case 'list':
      return writeList(context, view, part.zone, part.noteKinds)
    case 'kind':
      return writeKind(context, view, part.noteKind)
    case 'themes':
      return writeThemes(context, view)
    case 'plan':
      return writePlan(context, view)
    case 'goals':
      return writeGoals(context, view)
    case 'hanging':
      return writeHanging(context, view)
    case 'chain':
      return writeChain(context, view)
    case 'cells':
      return writeCells(context, view)
    case 'moments':
      return writeMoments(context, view)
    case 'sentences':
      return writeSentences(context, view, part.links)
    case 'prompts':
      return writePrompts(context, view)
    case 'sent':
      return writeSent(context, view, part.send)
    case 'table':
      return writeTable(context, view, part.zone)
  }
}
