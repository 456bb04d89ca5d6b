import { Button } from '@vispera/ui'
import { ArrowRight } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { FollowMe } from '../attention/follow-me.tsx'
import { NextButton } from '../bar/leader-controls.tsx'
import { useAgenda, usePlace } from '../use-agenda.ts'
import { useLead } from '../use-lead.ts'

/** Leading on: everybody's eyes, and the next stage. */
export function PanelFoot() {
  const { t } = useWords()
  const agenda = useAgenda()
  const place = usePlace()
  const { move } = useLead()
  const [first] = agenda.stages
  return (
    <>
      <FollowMe />
      {place ? (
        <NextButton place={place} />
      ) : (
        first && (
          <Button variant="ink" onClick={() => void move('start-stage', { stage: first.id })}>
            {t(agenda.ended ? 'lead.startAgain' : 'lead.start')}
            <ArrowRight className="mirrors" aria-hidden="true" />
          </Button>
        )
      )}
    </>
  )
}
