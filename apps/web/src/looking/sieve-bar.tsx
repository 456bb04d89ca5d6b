import { Button, classes } from '@vispera/ui'
import { ListFilter } from 'lucide-react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import type { Sieve } from '../board-ui/sieve.ts'
import { useHidden } from '../board-ui/use-sieved.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './sieve-bar.module.css'
import { useSieveInput } from './use-sieve-input.ts'

/** Says that this is not everything, in words that a screen reader hears too, with the way back beside it. */
export function SieveBar({ sieve, on }: { sieve: Sieve; on: 'wall' | 'outline' }) {
  const { ui } = useBoardOnScreen()
  const words = useWords()
  const hidden = useHidden().size
  const input = useSieveInput()
  return (
    <section
      aria-label={words.t('surface.look.filterTitle')}
      className={classes(styles.bar, on === 'wall' ? styles.wall : styles.outline)}
    >
      <ListFilter aria-hidden="true" />
      <p role="status">
        <b>{sieve.says(input, words)}</b> <span>{words.t('surface.look.hidden', { count: hidden })}</span>
      </p>
      <Button size="small" onClick={() => ui.set({ sieve: null })}>
        {words.t('surface.look.everything')}
      </Button>
    </section>
  )
}
