import { parseArgs } from 'node:util'
import { StorageError } from '@vispera/storage'
import { ConfigError, readConfig } from './config.ts'
import { makeBackup } from './operate/backup.ts'
import { move } from './operate/move.ts'
import { OperateError, type Place, placeOf } from './operate/place.ts'
import { repair, repairFile } from './operate/repair.ts'
import { takeBack } from './operate/restore.ts'
import { markRestored } from './operate/restored.ts'
import { verify } from './operate/verify.ts'

// What an operator does beside the running server. Everything it says is in docs/operations.md.

const usage = `Say one of:
  npm run vispera -- backup <file> [--with-pepper <other file>]
  npm run vispera -- verify [<file>]
  npm run vispera -- restore <file> [--force] [--pepper <file>]
  npm run vispera -- repair [--document <name>]
  npm run vispera -- move                     (from the data folder into DATABASE_URL, before the first node)
  npm run vispera -- restored                 (PostgreSQL only: after its own backup was taken back)
The data is where VISPERA_DATA says, or in ./data.`

async function main(): Promise<number> {
  const { command, file, options } = readArguments()
  const { dataFolder, databaseUrl } = readConfig(process.env)
  const place = placeOf(dataFolder, process.env.INIT_CWD ?? process.cwd(), console.log)
  if (databaseUrl !== undefined) {
    if (command === 'move') return move(place, databaseUrl)
    if (command === 'restored') return markRestored(databaseUrl, console.log)
    throw new OperateError(
      'This Vispera keeps its data in PostgreSQL: back it up with pg_dump, see docs/operations.md.',
    )
  }
  if (command === 'move') throw new OperateError('Set DATABASE_URL to the database to move into.')
  return run(place, command, file, options)
}

async function run(place: Place, command: string | undefined, file: string | undefined, options: Options) {
  if (command === 'backup' && file !== undefined) return makeBackup(place, file, options['with-pepper'])
  if (command === 'verify') return verify(place, file)
  if (command === 'restore' && file !== undefined)
    return takeBack(place, file, options.force ?? false, options.pepper)
  if (command === 'repair')
    return options.document === undefined ? repairFile(place) : repair(place, options.document)
  throw new OperateError(usage)
}

type Options = ReturnType<typeof readArguments>['options']

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        force: { type: 'boolean' },
        document: { type: 'string' },
        pepper: { type: 'string' },
        'with-pepper': { type: 'string' },
      },
    })
    const [command, file] = positionals
    return { command, file, options: values }
  } catch (error) {
    throw new OperateError(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof StorageError && error.reason === 'in-use')
    return `${error.message}. Stop it first; nothing was changed.`
  if (error instanceof StorageError || error instanceof OperateError || error instanceof ConfigError)
    return error.message
  return `It could not be done. ${String(error)}`
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(wordsFor(error))
    process.exitCode = 1
  },
)
