import type { SafetyLevel } from '@vispera/board'
import { Button, TextField } from '@vispera/ui'
import { ArrowRight, Shield } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Problem } from '../shared/problem.tsx'
import styles from './join-form.module.css'

interface JoinFormProps {
  readonly safety: SafetyLevel
  readonly isBusy: boolean
  readonly error: string | null
  readonly size?: 'large' | 'medium'
  readonly onComeIn: (alias: string) => void
  readonly children?: ReactNode
}

/** One field, one act, safety in plain words. In a protected workshop no name is asked for at all. */
export function JoinForm({ safety, isBusy, error, size = 'large', onComeIn }: JoinFormProps) {
  const { t } = useWords()
  const [name, setName] = useState('')
  function comeIn(event: FormEvent) {
    event.preventDefault()
    onComeIn(name.trim())
  }
  return (
    <form onSubmit={comeIn}>
      {safety !== 'protected' && (
        <TextField
          label={t('shell.join.name')}
          aside={t('shell.join.optional')}
          hint={t('shell.join.name.hint')}
          size={size}
          value={name}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <Problem id={error} />
      <Button type="submit" variant="ink" size={size} disabled={isBusy} className={styles.act}>
        {t('shell.join.comeIn')}
        <ArrowRight aria-hidden="true" className="mirrors" />
      </Button>
      <div className={styles.safety}>
        <Shield aria-hidden="true" />
        <p>
          <strong>{t(`shell.join.safety.${safety}.name`)}</strong> {t(`shell.join.safety.${safety}`)}
        </p>
      </div>
    </form>
  )
}
