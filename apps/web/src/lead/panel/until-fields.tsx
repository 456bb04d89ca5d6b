import { TextField } from '@vispera/ui'
import { useMemo } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import styles from './dialogs.module.css'
import { SelectField } from './select-field.tsx'

interface Until {
  /** `YYYY-MM-DDTHH:MM` */
  readonly local: string
  readonly zone: string
}

export const hereZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Until when a stage stays open: a wall clock in a named zone. */
export function UntilFields({ local, zone, onChange }: Until & { onChange: (until: Until) => void }) {
  const { t } = useWords()
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone')
    return [...new Set([hereZone(), zone, ...known])].map((one) => ({
      value: one,
      label: one.replaceAll('_', ' '),
    }))
  }, [zone])
  return (
    <div className={styles.pair}>
      <TextField
        label={t('lead.edit.until')}
        type="datetime-local"
        required
        value={local}
        onChange={(event) => onChange({ local: event.target.value.slice(0, 16), zone })}
      />
      <SelectField
        label={t('lead.edit.zone')}
        value={zone}
        options={zones}
        onChange={(next) => onChange({ local, zone: next })}
      />
    </div>
  )
}
