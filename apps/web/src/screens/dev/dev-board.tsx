export default function DevBoard() {
  return null
}
