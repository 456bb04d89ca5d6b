import type { OverlayProps } from '../../screens/workshop/overlays.tsx'
import { GroupsOverview } from './groups-overview.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { useGroups } from './use-groups.ts'

/** Small groups: how to split people, and while they are split, how each group does. */
export default function GroupsDialog(props: OverlayProps) {
  const { split } = useGroups()
  return split?.state === 'running' ? <GroupsOverview {...props} /> : <SplitDialog {...props} />
}
