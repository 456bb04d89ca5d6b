import { kindIds, recipes } from '@vispera/kinds'
import { Check } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { type Choice, isSameChoice, shownAtFirst } from './choices.ts'
import styles from './recipe-cards.module.css'

interface RecipeCardsProps {
  readonly label: string
  readonly by: Choice['by']
  readonly isAll: boolean
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
}

/** What to do together: one card each, a group of native radios underneath. */
export function RecipeCards({ label, by, isAll, choice, onChoose }: RecipeCardsProps) {
  const { t } = useWords()
  const shown = isAll ? recipes : recipes.slice(0, shownAtFirst)
  const offered = by === 'kind' ? kindIds : shown.map((recipe) => recipe.id)
  return (
    <div role="radiogroup" aria-label={label} className={styles.cards}>
      {offered.map((id) => {
        const own: Choice = { by, id }
        const [name, line, facts] =
          by === 'kind'
            ? [`${id}.name`, `${id}.purpose`, null]
            : [`recipe.${id}.name`, `recipe.${id}.line`, `recipe.${id}.facts`]
        return (
          <label key={id} className={styles.card}>
            <input
              type="radio"
              name="choice"
              checked={isSameChoice(choice, own)}
              onChange={() => onChoose(own)}
            />
            <span className={styles.name}>{t(name)}</span>
            <span className={styles.line}>{t(line)}</span>
            {facts && <span className={styles.facts}>{t(facts)}</span>}
            <span className={styles.tick} aria-hidden="true">
              <Check />
            </span>
          </label>
        )
      })}
    </div>
  )
}
