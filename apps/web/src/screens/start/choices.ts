import { kindIds, recipes } from '@vispera/kinds'
import type { NewWorkshop } from '../../session/start-api.ts'

/** What a workshop begins with: a recipe, or one board of a kind. */
export type Choice =
  | { readonly by: 'recipe'; readonly id: string }
  | { readonly by: 'kind'; readonly id: string }

export const firstRecipe: Choice = { by: 'recipe', id: recipes[0]?.id ?? '' }
export const firstKind: Choice = { by: 'kind', id: kindIds[0] ?? '' }

/** Recipes that are shown before "all recipes". */
export const shownAtFirst = 4

export const isSameChoice = (a: Choice, b: Choice): boolean => a.by === b.by && a.id === b.id

/** What the server is asked to make. Boards get short names in the maker's language. */
export function boardsOf(
  choice: Choice,
  shortName: (kind: string) => string,
): Pick<NewWorkshop, 'recipe' | 'boards'> {
  return choice.by === 'recipe'
    ? { recipe: choice.id }
    : { boards: [{ kind: choice.id, title: shortName(choice.id) }] }
}
