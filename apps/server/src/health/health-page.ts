import type { Locale } from '@vispera/kinds'
import { healthMessages } from './messages.ts'
import type { HealthReport } from './open-health.ts'

/** A small page without scripts, so that it opens where nothing else does. */
export function healthPage(report: HealthReport, locale: Locale, now: number): string {
  const words = healthMessages[locale]
  const when = (at: number) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' }).format(at)
  const { status, concerns, storage, disk } = report
  const lines = [
    ...(storage.problem ? [words.problem[storage.problem]] : []),
    ...concerns.map((concern) => words.concern[concern]),
    ...(disk
      ? [words.free(new Intl.NumberFormat(locale, { style: 'percent' }).format(disk.freePercent / 100))]
      : []),
    ...(storage.lastFailure ? [words.lastFailure(when(storage.lastFailure.at))] : []),
  ]
  return `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Vispera: ${words.status[status]}</title>
<main>
<h1>${words.status[status]}</h1>
<p>${words.meaning[status]}</p>
<ul>
${lines.map((line) => `<li>${line}</li>`).join('\n')}
</ul>
<p>${words.checked(when(now))} <a href="/health">${words.again}</a></p>
</main>
</html>
`
}
