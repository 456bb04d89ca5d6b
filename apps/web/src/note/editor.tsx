import { soon } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import type { NoteEditorProps } from './note-editor.tsx'

const noteEditor = soon(() => import('./note-editor.tsx').then(({ NoteEditor }) => NoteEditor))

/** The words of a note, to be written in its card. */
export const Editor = (props: NoteEditorProps) => <Part of={noteEditor} with={props} />
