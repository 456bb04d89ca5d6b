import { describe, expect, test } from 'vitest'
import { createLedger } from './ledger.ts'

/** Connected, and the server's question is answered. */
function aLedger() {
  const ledger = createLedger()
  ledger.connected()
  ledger.sent('step2')
  ledger.acknowledged(1)
  const change = () => {
    ledger.changed()
    ledger.sent('update')
  }
  return { ...ledger, change }
}

describe('P42 the ledger', () => {
  test('counts a change as pending until the frame that carries it is acknowledged', () => {
    const ledger = aLedger()
    ledger.change()
    ledger.change()
    expect([ledger.pending(), ledger.lastChange(), ledger.acknowledgedThrough()]).toEqual([2, 2, 0])
    ledger.acknowledged(2)
    expect([ledger.pending(), ledger.acknowledgedThrough()]).toEqual([1, 1])
    ledger.acknowledged(3)
    expect(ledger.pending()).toBe(0)
  })

  test('goes on counting while offline; the answer after the reconnect carries everything', () => {
    const ledger = aLedger()
    ledger.changed()
    ledger.changed()
    ledger.connected()
    expect(ledger.pending()).toBe(2)
    ledger.sent('step2')
    ledger.acknowledged(1)
    expect(ledger.pending()).toBe(0)
  })

  test('does not believe an acknowledgement of what was sent before that answer', () => {
    const ledger = aLedger()
    ledger.changed() // offline
    ledger.connected()
    ledger.change() // sent at once, while the first is still to come with the answer
    ledger.acknowledged(1)
    expect(ledger.pending()).toBe(2)
    ledger.sent('step2')
    ledger.acknowledged(2)
    expect(ledger.pending()).toBe(0)
  })

  test('forgets the frames of a connection that broke, and never goes back', () => {
    const ledger = aLedger()
    ledger.change()
    ledger.acknowledged(2)
    ledger.change()
    ledger.connected()
    ledger.acknowledged(2)
    expect([ledger.acknowledgedThrough(), ledger.pending()]).toEqual([1, 1])
  })
})
