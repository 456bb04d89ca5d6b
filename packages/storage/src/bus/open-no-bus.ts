import type { Bus } from './bus.ts'

/** The bus of a machine that is alone: nothing is sent and nothing comes. */
export function openNoBus(): Bus {
  return silent({ isShared: false, health: () => ({ connected: true, problem: null }) })
}

/** The bus of machines that share a store and nothing else: they hear of each other there, when they look. */
export function openSilentBus(): Bus {
  const problem = 'there is no bus: nodes hear of each other through the database'
  return silent({ isShared: true, health: () => ({ connected: false, problem }) })
}

const silent = (rest: Pick<Bus, 'isShared' | 'health'>): Bus => ({
  publish() {},
  subscribe: () => () => {},
  onGap: () => () => {},
  close: async () => {},
  ...rest,
})
