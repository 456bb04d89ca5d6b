import type { BoardEntry } from '@vispera/board'
import { Button } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../use-lead.ts'
import styles from './agenda-panel.module.css'

const versions = ['quick', 'flow'] as const

/** No agenda yet: one can be made from what the boards' methods suggest. */
export function MakeAgenda({ boards }: { boards: readonly BoardEntry[] }) {
  const { t } = useWords()
  const { say } = useLead()
  return (
    <div className={styles.make}>
      <p>{t('lead.make')}</p>
      {versions.map((version) => (
        <Button
          key={version}
          onClick={() => void say('make-agenda', { from: boards.map(({ id }) => ({ board: id, version })) })}
        >
          {t(`lead.make.${version}`)}
        </Button>
      ))}
    </div>
  )
}
