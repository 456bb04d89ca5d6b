import { z } from '@hono/zod-openapi'
import { CommandError, documentNames, maxNoteLength, writeTranslation } from '@vispera/board'
import { ApiError } from '../../contract/errors.ts'
import { cleanText } from '../../contract/words.ts'
import { boardFor } from '../../workshops/board-for.ts'
import { command } from '../command.ts'

/** Adds a translation beside a note's words, or takes it away with empty text. The original is never touched. */
export const translate = command({
  name: 'translate',
  roles: ['host', 'facilitator', 'scribe', 'interpreter'],
  input: {
    board: z.string().max(64),
    note: z.string().max(64),
    lang: z
      .string()
      .max(35)
      .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Languages are tags such as en, es or pt-BR'),
    text: z.string().max(maxNoteLength, `A translation has at most ${maxNoteLength} characters`),
  },
  run: async ({ services, workshop, seat }, { board, note, lang, text }) => {
    await boardFor(services, seat, board)
    try {
      await services.rooms.transact(documentNames.board(workshop, board), (doc) =>
        writeTranslation(doc, note, { lang, text: cleanText(text) }),
      )
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      throw new ApiError('not-found', 'This note is no longer on the board.')
    }
    return {}
  },
})
