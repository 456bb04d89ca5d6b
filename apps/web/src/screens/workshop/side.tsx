import type { Stage } from '@vispera/board'
import { Part } from '../../later/part.tsx'
import { leadParts } from '../../lead/lead-parts.ts'
import { NoteDetails } from '../../note/note-details.tsx'
import { voices } from '../../voices/voices.ts'
import { panels } from './layouts.ts'
import { useSidePanel } from './side-panel.ts'

/** The panel at the side, a sheet on phones: people, the agenda, or a note that is opened. */
export function Side({ stage }: { stage: Stage }) {
  const { shown, show } = useSidePanel()
  const onClose = () => show(null)
  return (
    <>
      {shown === 'people' && <Part of={panels.people} with={{ stage, onClose }} />}
      {shown === 'agenda' && <Part of={leadParts.panel} with={{ stage, onClose }} />}
      {shown === 'voices' && <Part of={voices.panel} with={{ onClose }} />}
      <NoteDetails />
    </>
  )
}
