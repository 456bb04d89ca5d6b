export { type Board, type BoardEntry, readBoard, readThreads } from './board.ts'
export {
  type BoardDoc,
  boardRoots,
  draftRoots,
  leadRoots,
  linksOf,
  newId,
  noteMapOf,
  notesOf,
  settingsOf,
  stageRoots,
  threadsRoots,
} from './board-doc.ts'
export { type BoardStore, openBoardStore } from './board-store.ts'
export { byOrder, type Ordered } from './by-order.ts'
export { addNotes, type NewNote } from './commands/add-notes.ts'
export { CommandError, type CommandRefusal } from './commands/command-error.ts'
export { deleteNotes } from './commands/delete-notes.ts'
export { editNotes, type NoteEdit } from './commands/edit-notes.ts'
export { addCrossLink, addLinks, deleteLinks, editLink } from './commands/links.ts'
export { moveNotes, type NoteMove } from './commands/move-notes.ts'
export { addLinkedNote, insertIntoLink, removeFromChain } from './commands/path.ts'
export { setSetting, writeSettingText } from './commands/settings.ts'
export { makeTheme, putWithTheme, stackAsSame, takeOutOfTheme } from './commands/themes.ts'
export { watchPlaces } from './commands/watch-places.ts'
export { spliceText, writeText } from './commands/write-text.ts'
export {
  type Agenda,
  type AgendaStage,
  maxStageMinutes,
  type Now,
  readAgenda,
  readRun,
  remainingMs,
  removeStage,
  stageModes,
  stageNow,
  stageSchema,
  writeEnded,
  writeNow,
  writeStage,
} from './facilitation/agenda.ts'
export {
  type Attention,
  areaSchema,
  type Lead,
  type Look,
  maxLookNotes,
  type ReadyCheck,
  readAttention,
  writeLead,
  writeLook,
  writePaused,
  writeReady,
} from './facilitation/attention.ts'
export { type Ballot, ballotOf, ballotSchema, castBallot } from './facilitation/ballot.ts'
export {
  agreementHint,
  countBallots,
  dotsPerPerson,
  type HandCount,
  isValidBallot,
  isValidHandCount,
  levelsOf,
} from './facilitation/count-ballots.ts'
export {
  type Draft,
  fateOfDraft,
  isBlank,
  isSilent,
  readDrafts,
  stagesToReveal,
} from './facilitation/draft.ts'
export {
  type Gathering,
  gatheringModes,
  gatheringSchema,
  gatheringStates,
  mostGatheringMinutes,
  mostGatherings,
  readGatherings,
  removeGathering,
  writeGathering,
} from './facilitation/gatherings.ts'
export { calendarOf } from './facilitation/gatherings-calendar.ts'
export {
  isOtherDay,
  knownZones,
  type Nights,
  nightsIn,
  type ShownTime,
  shownIn,
} from './facilitation/gatherings-times.ts'
export {
  type Groups,
  groupAccess,
  mostGroups,
  readGroups,
  type Split,
  smallestGroup,
  writeMember,
  writeSplit,
} from './facilitation/groups.ts'
export { gatherNotes } from './facilitation/groups-gather.ts'
export { groupEndsAt, groupLeftMs, withGroupTimes } from './facilitation/groups-time.ts'
export { type Newcomer, readWaiting, writeWaiting } from './facilitation/lobby.ts'
export { addingNow, type Closed, closedFor, isOver, showsPresence } from './facilitation/may-write.ts'
export { mayChangeRole, readRoles, rolesBelow, writeRole } from './facilitation/people.ts'
export {
  isLowering,
  type Lowering,
  readApprovals,
  readLowering,
  writeApprovals,
  writeLowering,
} from './facilitation/safety.ts'
export { type Adding, addings, type StageKind, stageKinds, stageRules } from './facilitation/stage-kinds.ts'
export { writeTranslation } from './facilitation/translation.ts'
export {
  agreementLevels,
  type Decision,
  decisionSchema,
  fewestForCounts,
  pulseLevels,
  readDecisions,
  readVotes,
  resonanceLevels,
  shakyFlags,
  tooFewToVote,
  type Vote,
  type VoteForm,
  type VoteResult,
  voteForms,
  voteSchema,
  writeDecision,
  writeVote,
} from './facilitation/vote.ts'
export { isZone, wallTimeOf } from './facilitation/wall-time.ts'
export { type WallTime, wallTimeSchema } from './facilitation/wall-time-schema.ts'
export {
  type FieldType,
  fieldSchema,
  isTextField,
  linesOf,
  maxFieldLength,
  maxNoteLength,
  tallySchema,
} from './field.ts'
export { type FuzzyDate, fuzzyDateSchema, parseFuzzyDate } from './fuzzy-date.ts'
export { type History, openHistory } from './history.ts'
export {
  type CrossLink,
  type CrossLinkFields,
  type Link,
  type LinkFields,
  type NoteRef,
  readCrossLink,
  readLink,
} from './link.ts'
export {
  type Drawing,
  type ImageMedia,
  type ImageType,
  imageTypes,
  type Media,
  maxAltLength,
  maxDrawingSide,
  maxImageSide,
  maxStrokesLength,
  mediaIdSchema,
  mediaSchema,
  type StoredImage,
} from './media/media.ts'
export {
  decodeStrokes,
  encodeStrokes,
  type InkName,
  inkNames,
  type PenWidth,
  penWidths,
  type Stroke,
  strokePath,
} from './media/strokes.ts'
export {
  type ColorName,
  colorNames,
  isCommonKey,
  isCommonValue,
  isShown,
  type Note,
  noteIdSchema,
  readNote,
} from './note.ts'
export { orderKeysAt, orderKeysAtEnd } from './order.ts'
export {
  type CellPlace,
  isCellPlace,
  isPointPlace,
  isSameList,
  isZonePlace,
  orderOf,
  type Place,
  type PointPlace,
  placeSchema,
  type ZonePlace,
} from './place.ts'
export { type SafetyLevel, safetyLevels } from './safety-level.ts'
export {
  documentNames,
  type LobbyState,
  lobbyStates,
  mayLead,
  mayWrite,
  type Role,
  readStage,
  recordApprovals,
  removeBoardEntry,
  roles,
  type Stage,
  titleSchema,
  type WorkshopFacts,
  writeBoardEntry,
  writeWorkshop,
} from './workshop.ts'
export {
  type ParsedWorkshop,
  type WorkshopFile,
  workshopFileSchema,
  workshopFileVersion,
} from './workshop-file.ts'
