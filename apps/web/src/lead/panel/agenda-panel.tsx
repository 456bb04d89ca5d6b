import type { Stage } from '@vispera/board'
import { Panel } from '@vispera/ui'
import { useEffect } from 'react'
import { needKinds } from '../../board-ui/kinds-at-hand.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Asks } from '../attention/asks.tsx'
import { HandsList } from '../attention/hands-list.tsx'
import { useAgenda, useLeads } from '../use-agenda.ts'
import { AgendaList } from './agenda-list.tsx'
import styles from './agenda-panel.module.css'
import { MakeAgenda } from './make-agenda.tsx'
import { PanelFoot } from './panel-foot.tsx'
import { ScheduleWords } from './schedule-words.tsx'
import { StageActsProvider } from './stage-acts.tsx'

/** The whole agenda: what is done, what runs, what comes. Everyone may read it; those who lead change it here. */
export function AgendaPanel({ stage: workshop, onClose }: { stage: Stage; onClose: () => void }) {
  const { t } = useWords()
  const agenda = useAgenda()
  const leads = useLeads()
  // The prompts are words of methods that need not be on screen.
  const kinds = [...new Set(agenda.stages.flatMap(({ from }) => (from ? [from.kind] : [])))].join(' ')
  useEffect(() => {
    if (kinds !== '') void needKinds(kinds.split(' '))
  }, [kinds])
  const hasStages = agenda.stages.length > 0
  return (
    <StageActsProvider boards={workshop.boards}>
      <Panel
        title={t('lead.agenda')}
        aside={hasStages && <ScheduleWords agenda={agenda} />}
        closeLabel={t('shell.close')}
        onClose={onClose}
        className={styles.panel}
        footer={leads && hasStages && <PanelFoot />}
      >
        {leads && <HandsList />}
        {hasStages ? (
          <AgendaList agenda={agenda} boards={workshop.boards} />
        ) : leads ? (
          <MakeAgenda boards={workshop.boards} />
        ) : (
          <p className={styles.none}>{t('lead.agenda.none')}</p>
        )}
        {hasStages && <Asks />}
      </Panel>
    </StageActsProvider>
  )
}
