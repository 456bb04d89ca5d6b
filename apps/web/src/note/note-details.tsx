/** Stands in until it is there. */
export const NoteDetails = () => null
