import type { Note } from '@vispera/board'
import type { Kind } from '@vispera/kinds'
import type { Sieve, SieveInput } from '../board-ui/sieve.ts'
import type { Words } from '../i18n/use-words.ts'
import { shorten } from '../layouts/shared/shorten.ts'

type GridLayout = Extract<Kind['layout'], { engine: 'grid' }>

/** What a note must say of each thing that is asked; a thing that is not in it may be anything. */
export type Choices = Readonly<Record<string, string>>

/** Chosen for notes that say nothing of it. */
export const unsaid = ''

export interface FilterSieve extends Sieve {
  readonly choices: Choices
}

export const isFilter = (sieve: Sieve | null): sieve is FilterSieve => sieve !== null && 'choices' in sieve

/** Only the notes in cells that say all of this; what stands round the grid stays. */
export function filterBy(choices: Choices): FilterSieve {
  const asked = Object.entries(choices)
  return {
    id: 'filter',
    frames: false,
    choices,
    hides(input) {
      const hidden = itemsOf(input).filter((note) => {
        return !asked.every(([by, value]) => {
          const said = saidOf(input, by, note)
          return value === unsaid ? said.length === 0 : said.some((one) => isSame(one, value))
        })
      })
      return new Set(hidden.map(({ id }) => id))
    },
    says: (input, words) =>
      asked
        .map(([by, value]) =>
          words.t('surface.look.choice', {
            name: nameOf(input, by, words),
            value: shorten(valueName(input, by, value, words)),
          }),
        )
        .join(' · '),
  }
}

/** The notes that are asked, those lying behind another among them. */
export function itemsOf({ board, kind: { layout } }: SieveInput): readonly Note[] {
  return layout.engine === 'grid' ? board.notes.filter(({ kind }) => kind === layout.item) : []
}

/** What can be asked on this board: steps, who does it, moments, fields. */
export const filtersOf = ({ layout }: Kind): readonly string[] =>
  layout.engine === 'grid' ? layout.filters : []

const isSame = (a: string, b: string) => a.toLocaleLowerCase() === b.toLocaleLowerCase()

/** What one note says of it: the other ends of its links, or the value of a field. */
function saidOf({ board, kind, context }: SieveInput, by: string, note: Note): readonly string[] {
  const link = kind.linkKinds.find(({ id }) => id === by)
  if (!link) {
    const value = note.fields[by]
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
  }
  const near = board.links.flatMap(({ kind: of, from, to }) => (of === by && from === note.id ? [to] : []))
  const far = context.threads.flatMap(({ kind: of, from, to }) =>
    of === by && to.board === board.id && to.note === note.id ? [`${from.board}/${from.note}`] : [],
  )
  return [...near, ...far]
}

/** All that the notes of this board say of it, with the words for it, in the order of the words. */
export function valuesOf(input: SieveInput, by: string, words: Words): { value: string; name: string }[] {
  const found = new Map<string, string>()
  for (const note of itemsOf(input)) {
    for (const value of saidOf(input, by, note)) {
      const key = value.toLocaleLowerCase()
      if (!found.has(key)) found.set(key, value)
    }
  }
  const options = enumOf(input.kind, by)
  const values = [...found.values()].map((value) => ({ value, name: valueName(input, by, value, words) }))
  return values.sort(
    (a, b) =>
      options.indexOf(a.value) - options.indexOf(b.value) || a.name.localeCompare(b.name, words.locale),
  )
}

function fieldOf({ layout, noteKinds }: Kind, by: string) {
  const { item } = layout as GridLayout
  return noteKinds.find(({ id }) => id === item)?.fields.find(({ id }) => id === by)
}

function enumOf(kind: Kind, by: string): readonly string[] {
  const type = fieldOf(kind, by)?.type
  return type?.type === 'enum' ? type.options : []
}

/** What is asked, in words. */
export function nameOf({ kind }: SieveInput, by: string, { t }: Words): string {
  const { item } = kind.layout as GridLayout
  return fieldOf(kind, by) ? t(`field.${item}.${by}`) : t(`${kind.id}.filter.${by}`)
}

function valueName({ board, kind, context }: SieveInput, by: string, value: string, { t }: Words): string {
  if (value === unsaid) return t('surface.look.unsaid')
  const { item } = kind.layout as GridLayout
  if (enumOf(kind, by).includes(value)) return t(`option.${item}.${by}.${value}`)
  if (fieldOf(kind, by)) return value
  const [place = '', far] = value.split('/')
  const end = far === undefined ? board : context.boards.get(place)
  const text = end?.notes.find(({ id }) => id === (far ?? place))?.text
  const last = context.threads.find(({ from }) => from.board === place && from.note === far)?.lastKnown?.from
  return (text ?? last ?? '').trim() || t('surface.note.empty')
}
