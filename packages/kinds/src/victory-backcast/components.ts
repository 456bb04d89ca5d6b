/**
 * Strongly connected components of a directed graph given as lists of targets, by Tarjan's algorithm
 * without recursion: a chain of ten thousand steps must not overflow the stack.
 * A component comes after every component it points to.
 */
export function componentsOf(targets: readonly (readonly number[])[]): number[][] {
  const size = targets.length
  const met = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const next = new Int32Array(size)
  const isOpen = new Uint8Array(size)
  const open: number[] = []
  const way: number[] = []
  const components: number[][] = []
  let clock = 0

  const enter = (node: number) => {
    met[node] = low[node] = clock++
    isOpen[node] = 1
    open.push(node)
    way.push(node)
  }
  const leave = (node: number) => {
    way.pop()
    const parent = way.at(-1)
    if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, node))
    if (low[node] !== met[node]) return
    const component = open.splice(open.lastIndexOf(node))
    for (const member of component) isOpen[member] = 0
    components.push(component)
  }

  for (let root = 0; root < size; root++) {
    if (met[root] !== -1) continue
    enter(root)
    for (let node = way.at(-1); node !== undefined; node = way.at(-1)) {
      const target = targets[node]?.[at(next, node)]
      next[node] = at(next, node) + 1
      if (target === undefined) leave(node)
      else if (met[target] === -1) enter(target)
      else if (isOpen[target]) low[node] = Math.min(at(low, node), at(met, target))
    }
  }
  return components
}

const at = (values: Int32Array, index: number): number => values[index] ?? 0
