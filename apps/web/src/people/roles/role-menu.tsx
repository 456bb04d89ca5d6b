import { mayChangeRole, type Role, roles } from '@vispera/board'
import { ChevronDown } from 'lucide-react'
import { useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../later/menu.tsx'
import { useSession } from '../../session/session-context.ts'
import type { Person } from '../../session/workshop-session.ts'
import { useCommand } from '../use-command.ts'

/** What somebody is here, and for those who lead the way to change it while they are in. */
export function RoleMenu({ person, name }: { person: Pick<Person, 'id' | 'role'>; name: string }) {
  const { t } = useWords()
  const { me } = useSession()
  const command = useCommand()
  const choices = roles.filter((role) => mayChangeRole(me.role, person.role, role))
  if (choices.length === 0) return null
  const entries = choices.map((role: Role) => ({
    id: role,
    label: t(`shell.role.${role}`),
    checked: role === person.role,
    onSelect: () => {
      if (role !== person.role) void command('change-role', { participant: person.id, role })
    },
  }))
  return (
    <Menu
      label={t('people.role.change', { name })}
      iconOnly
      variant="quiet"
      align="end"
      sections={[{ id: 'roles', entries }]}
    >
      <ChevronDown aria-hidden="true" />
    </Menu>
  )
}
