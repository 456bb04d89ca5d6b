import { maxAltLength } from '@vispera/board'
import { TextField } from '@vispera/ui'
import { useWords } from '../i18n/use-words.ts'
import styles from './picture-dialog.module.css'
import type { PictureWish } from './picturing.ts'

interface AltFieldProps {
  readonly wish: PictureWish
  readonly value: string
  readonly onChange: (alt: string) => void
}

/** Asks what is to be seen, and says why. */
export function AltField({ wish, value, onChange }: AltFieldProps) {
  const { t } = useWords()
  const under = wish.note?.text?.trim() ?? ''
  return (
    <>
      {under !== '' && (
        <p className={styles.under} dir="auto">
          {t('pictures.under', { words: under })}
        </p>
      )}
      <TextField
        multiline
        rows={2}
        label={t('pictures.alt')}
        hint={t('pictures.altWhy')}
        maxLength={maxAltLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  )
}
