import { useDoorNews } from './door/use-door-news.ts'
import { useRoleNews } from './roles/use-role-news.ts'

/** News about people, wherever somebody looks: who waits at the door, and what oneself may do now. */
export function Outlet() {
  useDoorNews()
  useRoleNews()
  return null
}
