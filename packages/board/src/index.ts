export { type Board, type BoardEntry, readBoard, readThreads } from './board.ts'
export {
  boardRoots,
  draftRoots,
  linksOf,
  newId,
  notesOf,
  settingsOf,
  stageRoots,
  threadsRoots,
} from './board-doc.ts'
export { type BoardStore, openBoardStore } from './board-store.ts'
export { type NewNote, addNotes } from './commands/add-notes.ts'
export { CommandError, type CommandRefusal } from './commands/command-error.ts'
export { deleteNotes } from './commands/delete-notes.ts'
export { type NoteEdit, editNotes } from './commands/edit-notes.ts'
export { addCrossLink, addLinks, deleteLinks, editLink } from './commands/links.ts'
export { type NoteMove, moveNotes } from './commands/move-notes.ts'
export { addLinkedNote, insertIntoLink, removeFromChain } from './commands/path.ts'
export { setSetting, writeSettingText } from './commands/settings.ts'
export { makeTheme, putWithTheme, stackAsSame, takeOutOfTheme } from './commands/themes.ts'
export { spliceText, writeText } from './commands/write-text.ts'
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
export { type ColorName, type Note, colorNames, isCommonKey, isShown, noteIdSchema, readNote } from './note.ts'
export { type Ordered, byOrder, orderKeysAt, orderKeysAtEnd } from './order.ts'
export {
  type CellPlace,
  type Place,
  type PointPlace,
  type ZonePlace,
  isCellPlace,
  isPointPlace,
  isSameList,
  isZonePlace,
  orderOf,
  placeSchema,
} from './place.ts'
export {
  type Role,
  type SafetyLevel,
  type Stage,
  type WorkshopFacts,
  documentNames,
  mayLead,
  mayWrite,
  readStage,
  removeBoardEntry,
  roles,
  safetyLevels,
  titleSchema,
  writeBoardEntry,
  writeWorkshop,
} from './workshop.ts'
export {
  type ParsedWorkshop,
  type WorkshopFile,
  workshopFileSchema,
  workshopFileVersion,
} from './workshop-file.ts'
