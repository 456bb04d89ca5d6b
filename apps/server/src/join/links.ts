import type { Role } from '@vispera/board'
import type { Links } from '../contract/common.ts'

/** The address that opens a workshop with this key. The key stays behind the #: browsers never send it. */
export function linkOf(origin: string, workshop: string, role: Role, key: string): string {
  return `${origin}/w/${workshop}${role === 'screen' ? '/screen' : ''}#${key}`
}

export function linksOf(origin: string, workshop: string, keys: Partial<Record<Role, string>>): Links {
  const links: Links = {}
  for (const [role, key] of Object.entries(keys) as [Role, string][])
    links[role] = linkOf(origin, workshop, role, key)
  return links
}
