/** What the start page does with an answer, as one file that comes while people read (`ask.ts`). */
export { startApi as api } from '../../session/start-api.ts'
export { findFileProblem } from './read-workshop-file.ts'
