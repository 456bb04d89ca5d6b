import { Button } from '@vispera/ui'
import { useBoardOnScreen, useBoardUi } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './tools.module.css'

/** While a link is being made: what to do next, and how to stop. */
export function LinkHint() {
  const { ui } = useBoardOnScreen()
  const { t } = useWords()
  const linking = useBoardUi((state) => state.linking)
  const tool = useBoardUi((state) => state.tool)
  if (!linking && tool !== 'link') return null
  return (
    <div className={styles.hint} role="status">
      <span>{t(linking ? 'surface.link.chooseSecond' : 'surface.link.chooseFirst')}</span>
      <Button size="small" onClick={() => ui.set({ linking: null, tool: 'select' })}>
        {t('surface.link.stop')}
      </Button>
    </div>
  )
}
