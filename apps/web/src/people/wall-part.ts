import { peoplePart } from './people-parts.ts'

/** How long each group still has, on the wall alone: no other screen loads it. */
export const wallGroups = peoplePart(() =>
  import('./groups/wall-groups.tsx').then(({ WallGroups }) => WallGroups),
)
