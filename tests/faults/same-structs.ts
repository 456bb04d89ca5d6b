import * as Y from 'yjs'

/**
 * What a document is made of, struct by struct, as one string. Structs whose content was collected and that follow
 * on each other are taken as one: when those of notes within notes become one differs from copy to copy in Yjs.
 */
export function structsOf({ store }: Y.Doc): string {
  const clients = [...store.clients].sort(([a], [b]) => a - b)
  return clients.map(([client, structs]) => `${client}: ${listed(structs).join(' ')}`).join('\n')
}

function listed(structs: readonly (Y.Item | Y.GC)[]): string[] {
  const list: string[] = []
  let collected = 0
  for (const struct of [...structs, null]) {
    if (struct instanceof Y.GC) {
      collected += struct.length
      continue
    }
    if (collected > 0) list.push(`collected ${collected}`)
    collected = 0
    if (struct) list.push(itemOf(struct))
  }
  return list
}

function itemOf({ id, length, deleted, origin, rightOrigin, parentSub, content }: Y.Item): string {
  const at = (place: Y.ID | null) => (place ? `${place.client}/${place.clock}` : '-')
  const words = content instanceof Y.ContentString ? JSON.stringify(content.str) : ''
  const how = `${content.constructor.name}${deleted ? '!' : ''}${words}`
  return `${id.clock}+${length} ${how} ${at(origin)} ${at(rightOrigin)} ${parentSub ?? ''}`
}
