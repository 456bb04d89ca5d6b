export { commonMessages } from './common/messages.ts'
export type { SideCounts } from './common/tactics-by-step.ts'
export { createBoardContent, isFixedNote, writeFixedNote } from './edge/fixed-notes.ts'
export { promptOf, type StageOfFlow, stagesOf, type Version, versions } from './edge/flow.ts'
export { linksBetween, type ParsedLink, parseNewLink, roleOfLink } from './edge/links.ts'
export { type ParsedNote, parseNewNote } from './edge/parse-new-note.ts'
export { defaultPlace, isPlaceOn, settlePlaces } from './edge/places.ts'
export { noteColor, presentNote } from './edge/present-note.ts'
export type { Refusal, Refused } from './edge/refusal.ts'
export { linkOfSend } from './edge/sends.ts'
export { type VoteOption, voteOptionsOn } from './edge/vote-options.ts'
export type { DateToCheck } from './inside-outside-grid/dates-to-check.ts'
export { deriveGrid, type GridDerived, type MomentServed } from './inside-outside-grid/derive.ts'
export { gridPrompts } from './inside-outside-grid/prompts.ts'
export type { StepServed } from './inside-outside-grid/steps-served.ts'
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
export { kindIds, loadKind } from './kinds-by-need.ts'
export { deriveNextSteps, type NextStepsDerived } from './next-steps/derive.ts'
export { type Recipe, recipes } from './recipes.ts'
export type { DateDisagreement } from './victory-backcast/date-disagreements.ts'
export { type BackcastDerived, deriveBackcast } from './victory-backcast/derive.ts'
export type { PlanPart } from './victory-backcast/plan.ts'
export { deriveVision, type VisionDerived } from './vision-board/derive.ts'
export type { ExampleBoard } from './worked-example/example-board.ts'
export {
  type WorkedExample,
  workedExample,
  writeExampleBoard,
  writeExampleThreads,
} from './worked-example/worked-example.ts'
