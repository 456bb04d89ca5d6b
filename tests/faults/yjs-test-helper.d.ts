/** What is used of the test harness that the yjs package brings along, which has no types. */
declare module 'yjs/testHelper' {
  import type { Doc } from 'yjs'

  export interface TestConnector {
    readonly allConns: Set<TestYInstance>
    readonly onlineConns: Set<TestYInstance>
    readonly prng: unknown
    flushRandomMessage(): boolean
    flushAllMessages(): boolean
  }
  export interface TestYInstance extends Doc {
    readonly userID: number
    readonly updates: Uint8Array[]
    readonly tc: TestConnector
    connect(): void
    disconnect(): void
    _receive(message: Uint8Array, from: TestYInstance): void
  }
  export const TestConnector: { readonly prototype: TestConnector }
  export const TestYInstance: { readonly prototype: TestYInstance }

  /** Five users, so many random changes, random partitions; throws when the users differ in the end. */
  export function applyRandomTests(
    test: { readonly prng: unknown },
    mods: readonly ((doc: Doc, prng: unknown) => void)[],
    iterations: number,
  ): { readonly users: readonly TestYInstance[] }
}
