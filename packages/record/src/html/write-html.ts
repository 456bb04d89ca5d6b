import type { RecordDocument } from '../document/blocks.ts'
import { consentMark } from '../document/marks.ts'
import { attributes, block, decorative, escapeCss, escapeHtml, inline } from './escape.ts'
import { pageStyle } from './style.ts'
import { writeBlock } from './write-block.ts'

/** Nothing may be fetched and no script may run, also when the file is opened from a disk years later. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

/** The record as one HTML file without a script, a request or a file beside it. */
export function writeHtml(document: RecordDocument): string {
  const { lang, dir, title, consent } = document
  const figures = document.figures
    .map(({ figure, label }) => `<li><b class="display">${escapeHtml(figure)}</b> ${escapeHtml(label)}</li>`)
    .join('')
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(title.text.replace(/\s+/g, ' '))}</title>
<style>${styleOf(document)}</style>
</head>
<body>
<main>
<aside class="consent" aria-label="${escapeHtml(consent.title)}">${decorative(consentMark)}<div>
<p><strong>${escapeHtml(consent.title)}</strong> ${consent.lines.map(inline).join(' ')}</p>
</div></aside>
<p class="eyebrow">${inline(document.eyebrow)}</p>
<h1${attributes(title)}>${escapeHtml(title.text)}</h1>
<div class="rule"></div>
${document.lead.map((line) => block('p', line, dir, 'lead')).join('\n')}
${figures === '' ? '' : `<ul class="figures">${figures}</ul>`}
${document.blocks.map((one, index) => writeBlock(one, 2, { dir, sameAs: document.sameAs, id: `s${index + 1}` })).join('\n')}
</main>
<footer><p>${inline(document.footer)}</p></footer>
</body>
</html>
`
}

function styleOf({ footer, pageOf }: RecordDocument): string {
  const [before = '', between = '', after = ''] = pageOf.split(/\{pages?\}/)
  const text = footer.map((run) => run.text).join('')
  return pageStyle(escapeCss(text), {
    before: escapeCss(before),
    between: escapeCss(between),
    after: escapeCss(after),
  })
}
