/** Runs work of one workshop one after the other; other workshops do not wait for it. */
export type Alone = <T>(workshop: string, work: () => Promise<T>) => Promise<T>

export function openAlone(): Alone {
  const last = new Map<string, Promise<unknown>>()
  return (workshop, work) => {
    const mine = (last.get(workshop) ?? Promise.resolve()).then(work)
    const settled = mine.then(
      () => {},
      () => {},
    )
    last.set(workshop, settled)
    void settled.then(() => {
      if (last.get(workshop) === settled) last.delete(workshop)
    })
    return mine
  }
}
