/** Everything of being led that stands over the workshop. */
export function Outlet() {
  return null
}
