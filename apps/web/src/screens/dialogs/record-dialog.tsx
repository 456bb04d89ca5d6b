import { Button, Dialog } from '@vispera/ui'
import { Download } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useLocale } from '../../i18n/language.ts'
import { type AppLocale, locales } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { takeRecord } from '../../session/take-record.ts'
import { Problem } from '../shared/problem.tsx'
import { useRequest } from '../shared/use-request.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'
import styles from './record-dialog.module.css'
import { paperFor, saveFile } from './save-file.ts'

const formats = ['pdf', 'html', 'markdown', 'csv', 'json'] as const
type Format = (typeof formats)[number]

/** Takes the record home in one format. It ends nothing: it can be taken at any time, again and again. */
export default function RecordDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const [format, setFormat] = useState<Format>('pdf')
  const [lang, setLang] = useState<AppLocale>(useLocale())
  const [isSensitive, setSensitive] = useState(false)
  const { isBusy, error, run } = useRequest()
  const formId = useId()
  async function take(event: FormEvent) {
    event.preventDefault()
    const query = {
      format,
      lang,
      ...(isSensitive ? { sensitive: 'true' } : {}),
      ...(format === 'pdf' ? { paper: paperFor(navigator.languages) } : {}),
    }
    await run(async () => {
      const { file, name } = await takeRecord(session.api, query)
      saveFile(file, name)
    })
  }
  // A PDF needs more than the other formats; the page says the same and prints as well.
  const problem = format === 'pdf' && error === 'shell.error.unavailable' ? 'shell.record.noPdf' : error
  return (
    <Dialog
      open
      title={t('shell.record')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('shell.close')}</Button>
          <Button type="submit" form={formId} variant="ink" disabled={isBusy}>
            <Download aria-hidden="true" />
            {t(isBusy ? 'shell.record.busy' : 'shell.record.do')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={take}>
        <p>{t('shell.record.what')}</p>
        <fieldset className={styles.formats}>
          <legend>{t('shell.record.format')}</legend>
          {formats.map((one) => (
            <label key={one} className={styles.format}>
              <input type="radio" name="format" checked={one === format} onChange={() => setFormat(one)} />
              <span>
                <strong>{t(`shell.record.${one}`)}</strong> {t(`shell.record.${one}.hint`)}
              </span>
            </label>
          ))}
        </fieldset>
        <label className={styles.language}>
          <strong>{t('shell.record.language')}</strong>
          <select value={lang} onChange={(event) => setLang(event.target.value as AppLocale)}>
            {(Object.keys(locales) as AppLocale[]).map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {locales[locale]}
              </option>
            ))}
          </select>
        </label>
        {session.canWrite() && (
          <label className={styles.format}>
            <input
              type="checkbox"
              checked={isSensitive}
              onChange={(event) => setSensitive(event.target.checked)}
            />
            <span>
              <strong>{t('shell.record.sensitive')}</strong> {t('shell.record.sensitive.hint')}
            </span>
          </label>
        )}
        <Problem id={problem} />
      </form>
    </Dialog>
  )
}
