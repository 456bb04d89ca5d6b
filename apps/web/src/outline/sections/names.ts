import { settingKeys } from '../../actions/actions.ts'
import type { SectionInput } from './section.ts'

/** The name of a zone, lane, row or column: the group's own, else the kind's. */
export const partName = (
  { kind, words }: Pick<SectionInput, 'kind' | 'words'>,
  part: 'zone' | 'lane' | 'row' | 'column',
  id: string,
): string => words.label(`${kind.id}.${part}.${id}.label`, settingKeys.label(part, id))
