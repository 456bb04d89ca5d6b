import { newId } from '@vispera/board'
import { createBoardContent, type Kind, kindById, recipes, type Version } from '@vispera/kinds'
import { ApiError } from '../contract/errors.ts'
import { localeFor } from './locale-for.ts'
import type { NewWorkshop } from './make-workshop.ts'

type NewBoard = NewWorkshop['boards'][number]

/** An empty board of a kind, with what its kind starts with. Throws `invalid` for an unknown kind. */
export async function newBoard(
  { kind: kindId, title }: { kind: string; title?: string | undefined },
  languages: readonly string[] = [],
): Promise<NewBoard> {
  const kind = requireKind(kindId)
  return {
    id: newId(),
    kind: kind.id,
    title: title ?? (await nameOf(kind, languages)),
    fill: (doc) => createBoardContent(doc, kind),
  }
}

export function requireKind(id: string): Kind {
  const kind = kindById(id)
  if (!kind) throw new ApiError('invalid', `There is no board kind "${id.slice(0, 64)}".`)
  return kind
}

export function boardsOfRecipe(id: string): { kind: string; version: Version }[] {
  const recipe = recipes.find((one) => one.id === id)
  if (!recipe) {
    const known = recipes.map((one) => one.id).join(', ')
    throw new ApiError('invalid', `recipe: there is no recipe "${id.slice(0, 64)}"; there are ${known}.`)
  }
  return [...recipe.boards]
}

/** The kind's own short name, in the first language of the workshop that has a catalogue. */
async function nameOf(kind: Kind, languages: readonly string[]): Promise<string> {
  const messages = (await kind.messages[localeFor(languages)]()).default
  return messages[`${kind.id}.short`] ?? messages[`${kind.id}.name`] ?? kind.id
}
