import { classes, directionOf } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import type { LookProps } from '../layout.ts'
import { useArranged } from '../shared/arranged-context.ts'
import { FoldButton } from '../shared/fold-button.tsx'
import styles from './canvas.module.css'

/** The name of a theme over a thick and a thin rule, with the count of its notes. No box: the wall shows through. */
export function ThemeHeading({ note, children, selected }: LookProps) {
  const { t, dir } = useWords()
  const { lists } = useArranged()
  const fold = `theme:${note.id}`
  const count = lists.find(({ key }) => key === fold)?.ids.length ?? 0
  return (
    <div className={classes(styles.theme, selected && styles.chosen)} dir={directionOf(note.text) ?? dir}>
      <div className={styles.themeLine}>
        <h3 className={classes(styles.themeName, note.text.trim() === '' && styles.unnamed)}>
          {children ?? (note.text.trim() || t('surface.theme.unnamed'))}
        </h3>
        <FoldButton of={fold} name={note.text.trim() || t('surface.theme.unnamed')} isNeeded={count > 0}>
          {t('surface.theme.count', { count })}
        </FoldButton>
      </div>
    </div>
  )
}
