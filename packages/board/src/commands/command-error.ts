/** Why a command changed nothing. The reason is for code and for the wire; people get a sentence. */
export type CommandRefusal = 'unknown-note' | 'unknown-link' | 'note-exists' | 'bad-value' | 'same-note'

/** The one error of this package: the command was refused and nothing was written. */
export class CommandError extends Error {
  readonly reason: CommandRefusal
  constructor(reason: CommandRefusal, detail: string) {
    super(`${reason}: ${detail}`)
    this.name = 'CommandError'
    this.reason = reason
  }
}
