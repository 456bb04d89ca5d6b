import { Button, Menu } from '@vispera/ui'
import { ChevronDown } from 'lucide-react'
import { pick } from '../actions/pick.ts'
import { useActionContext, useActions } from '../actions/use-actions.ts'
import { useNoteMenu } from '../actions/use-note-menu.tsx'
import { useWords } from '../i18n/use-words.ts'
import styles from './chosen-bar.module.css'

/** What can be done with several notes at once. */
export function ChosenBar({ ids }: { ids: readonly string[] }) {
  const { t } = useWords()
  const context = useActionContext()
  const actions = useActions()
  const menu = useNoteMenu(ids)
  return (
    <section aria-label={t('outline.selection')} className={styles.bar}>
      <p role="status">{t('outline.selection.count', { count: ids.length })}</p>
      {actions.canWrite() && (
        <>
          <Button
            variant="ink"
            onClick={() => pick(context, ({ pickMove }) => pickMove(context, actions, ids))}
          >
            {t('outline.menu.move')}
          </Button>
          {context.kind.layout.engine === 'canvas' && (
            <Button onClick={() => pick(context, ({ pickPutWith }) => pickPutWith(context, actions, ids))}>
              {t('outline.menu.putWith')}
            </Button>
          )}
          <Menu label={t('outline.selection')} sections={menu}>
            {t('outline.selection.more')} <ChevronDown aria-hidden="true" />
          </Menu>
        </>
      )}
      <Button variant="quiet" onClick={() => context.ui.select([])}>
        {t('outline.selection.clear')}
      </Button>
    </section>
  )
}
