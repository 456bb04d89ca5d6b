import type { Bus } from './bus.ts'

/** The bus of a machine that is alone: nothing is sent and nothing comes. */
export function openNoBus(): Bus {
  return {
    isShared: false,
    publish() {},
    subscribe: () => () => {},
    onGap: () => () => {},
    health: () => ({ connected: true, problem: null }),
    close: async () => {},
  }
}
