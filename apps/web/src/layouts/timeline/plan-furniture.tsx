import { CircleQuestionMark, Flag, Unlink } from 'lucide-react'
import { trueSteps } from '../../board-ui/board-ui.ts'
import { useWords } from '../../i18n/use-words.ts'
import { at } from '../shared/at.ts'
import { FoldButton } from '../shared/fold-button.tsx'
import type { TimelineFurniture } from './furniture-types.ts'
import styles from './plan.module.css'

/** Read forwards: the wins on the way as headings, who feels them, and where the thread breaks. */
export function PlanFurniture({ furniture }: { furniture: TimelineFurniture }) {
  const { t, dir } = useWords()
  return (
    <>
      {furniture.parts.map((part) => (
        <div key={part.goal} dir={dir}>
          <div style={at(part.rect)} className={styles.heading} dir={dir}>
            <p className={styles.ordinal}>
              {part.ordinal}
              <FoldButton of={`goal:${part.goal}`} name={part.words} isNeeded>
                {t('surface.timeline.steps', { count: part.count })}
              </FoldButton>
            </p>
            <h2 dir="auto">{part.words}</h2>
          </div>
          {part.trueCount > 0 && (
            <p style={at(part.trueAt)} className={styles.already} dir={dir}>
              <FoldButton of={trueSteps} name={t('surface.plan.trueSteps')} isNeeded startsFolded>
                {t('surface.plan.true', { count: part.trueCount })}
              </FoldButton>
            </p>
          )}
          {part.felt && (
            <p style={at(part.feltAt)} className={styles.felt} dir={dir}>
              <Flag aria-hidden="true" />
              {part.felt}
            </p>
          )}
        </div>
      ))}
      {furniture.breaks && (
        <div style={at(furniture.breaks.rect)} className={styles.breaks} dir={dir}>
          <h2>{t('surface.plan.breaks')}</h2>
          {furniture.breaks.items.map((item) => (
            <p key={`${item.icon} ${item.numbers}`} data-icon={item.icon}>
              {item.icon === 'hangs' ? (
                <Unlink aria-hidden="true" />
              ) : (
                <CircleQuestionMark aria-hidden="true" />
              )}
              <b>{item.numbers}</b> {item.words}
            </p>
          ))}
        </div>
      )}
    </>
  )
}
