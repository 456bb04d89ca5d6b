import type { Stage } from '@vispera/board'
import { Panel } from '@vispera/ui'
export function AgendaPanel({ onClose }: { stage: Stage; onClose: () => void }) {
  return (
    <Panel title="Agenda" closeLabel="x" onClose={onClose}>
      <p />
    </Panel>
  )
}
