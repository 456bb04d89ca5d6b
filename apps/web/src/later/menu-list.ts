/** A door of its own, so that the list can come when a menu opens. */
export { MenuList } from '@vispera/ui'
