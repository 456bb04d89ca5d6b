import { Button } from '@vispera/ui'
import { Hand } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { lowerHand, useHandsUp } from './hand.ts'
import styles from './hands-list.module.css'

/** Who asked for a turn, in order; for those who lead. */
export function HandsList() {
  const { t } = useWords()
  const session = useSession()
  const hands = useHandsUp()
  if (hands.length === 0) return null
  return (
    <section className={styles.hands} aria-label={t('lead.hands')}>
      <h3 className={styles.title}>
        <Hand aria-hidden="true" />
        {t('lead.hands.count', { count: hands.length })}
      </h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: VoiceOver drops lists without markers */}
      <ol role="list">
        {hands.map((hand) => {
          const name = hand.person.name || t('lead.somebody')
          return (
            <li key={hand.person.id} className={styles.hand}>
              <span dir="auto">{name}</span>
              <Button
                size="small"
                aria-label={t('lead.hands.lower.of', { name })}
                onClick={() => lowerHand(session, hand)}
              >
                {t('lead.hands.lower')}
              </Button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
