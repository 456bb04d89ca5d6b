import { classes } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { at } from '../shared/at.ts'
import type { Band } from './bands.ts'
import styles from './canvas.module.css'

/** A ring, with its name at the top; or a lane, with its name over a rule. */
export function BandView({ band, isFirst }: { band: Band; isFirst: boolean }) {
  const { dir } = useWords()
  return (
    <div
      style={at(band.rect)}
      className={classes(band.round ? styles.ring : styles.lane, band.round && isFirst && styles.innermost)}
    >
      <h2 className={styles.bandName} dir={dir}>
        {band.label}
      </h2>
    </div>
  )
}
