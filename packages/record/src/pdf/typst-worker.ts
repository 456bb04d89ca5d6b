import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PdfAnswer, PdfJob } from './job.ts'
import type { TypstData } from './typst-data.ts'

/**
 * Runs alone in a child process: the compiler is native code, and a fault in it must never take the server
 * along. One job, one answer, then it ends.
 */

const here = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')
type Compiler = ReturnType<Typst['NodeCompiler']['create']>

const answer = (message: PdfAnswer) => process.send?.(message, undefined, undefined, () => process.exit(0))

process.once('message', (job: PdfJob) => {
  try {
    const typst = require('@myriaddreamin/typst-ts-node-compiler') as Typst
    answer(makePdf(openCompiler(typst), job))
  } catch (error) {
    answer({ kind: 'unavailable', detail: String(error) })
  }
})

/** Fonts by path only: mixing paths and blobs aborts the process (a panic in the compiler). */
function openCompiler(typst: Typst): Compiler {
  const sans = import.meta.resolve('@expo-google-fonts/noto-sans/package.json')
  const arabic = import.meta.resolve('@expo-google-fonts/noto-sans-arabic/package.json')
  const myanmar = import.meta.resolve('@expo-google-fonts/noto-sans-myanmar/package.json')
  const emoji = import.meta.resolve('@expo-google-fonts/noto-emoji/package.json')
  const family = (manifest: string, weights: readonly string[]) =>
    weights.map((weight) => fileURLToPath(new URL(weight, manifest)))
  const fontPaths = [
    join(here, '..', 'fonts'),
    ...family(sans, ['400Regular', '600SemiBold', '700Bold']),
    ...family(arabic, ['400Regular', '600SemiBold', '700Bold', '800ExtraBold']),
    ...family(myanmar, ['400Regular', '600SemiBold', '700Bold', '800ExtraBold']),
    ...family(emoji, ['400Regular', '700Bold']),
  ]
  return typst.NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths }] })
}

function makePdf(compiler: Compiler, job: PdfJob): PdfAnswer {
  const first = compile(compiler, job.record)
  if (typeof first === 'string') return { kind: 'failed', detail: first }
  const strict = exportPdf(compiler, first, 'ua-1')
  if (strict.pdf) return { kind: 'done', pdf: strict.pdf, standard: 'ua-1' }
  const isLetterMissing = strict.detail.includes('could not be displayed')
  const second = isLetterMissing ? compile(compiler, withNote(job)) : first
  if (typeof second === 'string') return { kind: 'failed', detail: second }
  const plain = exportPdf(compiler, second)
  return plain.pdf
    ? { kind: 'done', pdf: plain.pdf, standard: 'tagged' }
    : { kind: 'failed', detail: `${strict.detail} / ${plain.detail}` }
}

function withNote({ record }: PdfJob): string {
  const parsed = JSON.parse(record) as TypstData
  return JSON.stringify({ ...parsed, missing: parsed.missingLetters })
}

type Compiled = NonNullable<ReturnType<Compiler['compile']>['result']>

/** The laid-out document, or what the compiler says is wrong. Data goes in as a file, never as markup. */
function compile(compiler: Compiler, record: string): Compiled | string {
  const { images, ...page } = JSON.parse(record) as TypstData
  for (const [name, bytes] of Object.entries(images))
    compiler.mapShadow(join(here, name), Buffer.from(bytes, 'base64'))
  compiler.mapShadow(join(here, 'record.json'), Buffer.from(JSON.stringify(page)))
  const compiled = compiler.compile({ mainFilePath: join(here, 'record.typ'), resetRead: true })
  if (compiled.result) return compiled.result
  const error = compiled.takeError()
  return error ? JSON.stringify(error.shortDiagnostics) : 'the compiler gave no reason'
}

function exportPdf(
  compiler: Compiler,
  compiled: Compiled,
  pdfStandard?: string,
): { readonly pdf: Uint8Array | null; readonly detail: string } {
  try {
    return { pdf: compiler.pdf(compiled, pdfStandard === undefined ? {} : { pdfStandard }), detail: '' }
  } catch (error) {
    return { pdf: null, detail: String(error) }
  }
}
