import type { CrossLinkFields, NoteRef } from '@vispera/board'
import type { Send } from '../kind.ts'

/** The link that ties a note made by "Take this to ..." to the note it was made from. */
export const linkOfSend = (send: Send, source: NoteRef, made: NoteRef): CrossLinkFields =>
  send.linksBack ? { kind: send.link, from: made, to: source } : { kind: send.link, from: source, to: made }
