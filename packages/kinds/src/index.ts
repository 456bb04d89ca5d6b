export { commonMessages } from './common/messages.ts'
export type {
  Field,
  FixedNote,
  FlowStage,
  Kind,
  Layout,
  LayoutEngine,
  LinkKind,
  Locale,
  Messages,
  NoteKind,
  Prompt,
  RecordPart,
  RuleContext,
  Send,
  Setting,
  Zone,
} from './kind.ts'
export { kindById, kinds } from './kinds.ts'
export type { NextStepsDerived } from './next-steps/derive.ts'
export { type Recipe, recipes } from './recipes.ts'
export type { VisionDerived } from './vision-board/derive.ts'
