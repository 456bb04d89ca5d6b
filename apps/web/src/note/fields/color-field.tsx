import { colorNames, type Note } from '@vispera/board'
import { noteColor } from '@vispera/kinds'
import { Swatch } from '@vispera/ui'
import { useId } from 'react'
import { useActions } from '../../actions/use-actions.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './fields.module.css'

/** The paper of the note: eight colours, each with its name and its mark. */
export function ColorField({ note }: { note: Note }) {
  const { t } = useWords()
  const { kind } = useBoardOnScreen()
  const actions = useActions()
  const name = useId()
  const chosen = noteColor(kind, note)
  return (
    <fieldset className={styles.group} disabled={!actions.canWrite()}>
      <legend className={styles.label}>{t('outline.pick.color')}</legend>
      <div className={styles.colors}>
        {colorNames.map((color) => (
          <label key={color} className={styles.color}>
            <input
              type="radio"
              name={name}
              value={color}
              checked={color === chosen}
              onChange={() => actions.recolor([note.id], color)}
            />
            <Swatch color={color} />
            <span>{t(`outline.color.${color}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
