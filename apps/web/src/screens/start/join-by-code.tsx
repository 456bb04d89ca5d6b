import { Button } from '@vispera/ui'
import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Problem } from '../shared/problem.tsx'
import { useRequest } from '../shared/use-request.ts'
import { ask } from './ask.ts'
import { isWholeCode } from './code.ts'
import { CodeField } from './code-field.tsx'
import styles from './join-by-code.module.css'

/** Already invited? Six characters lead to the workshop's link. */
export function JoinByCode() {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const { isBusy, error, run } = useRequest()
  const headingId = useId()
  async function join(event: FormEvent) {
    event.preventDefault()
    setShort(!isWholeCode(code))
    if (!isWholeCode(code)) return
    await run(async () => {
      const { api } = await ask()
      location.assign((await api.findCode(code)).url)
    })
  }
  // "Not found" means something else here than for a link.
  const problem = isShort
    ? 'shell.start.code.short'
    : error === 'shell.error.not-found'
      ? 'shell.start.code.wrong'
      : error
  return (
    <form className={styles.join} onSubmit={join} aria-labelledby={headingId}>
      <div className={styles.words}>
        <h2 id={headingId}>{t('shell.start.invited')}</h2>
        <p>{t('shell.start.typeCode')}</p>
      </div>
      <div className={styles.entry}>
        <CodeField code={code} onChange={setCode} />
        <Button type="submit" disabled={isBusy} className={styles.go}>
          {t('shell.start.join')}
        </Button>
      </div>
      <div className={styles.problem}>
        <Problem id={problem} />
      </div>
    </form>
  )
}
