import { describe, expect, test } from 'vitest'
import { createLedger } from './ledger.ts'

/** A ledger with a connection on which the server's question is answered. */
function aLedger() {
  const ledger = createLedger()
  const connect = () => {
    const line = ledger.connected()
    const change = () => {
      ledger.changed()
      line.sent('update')
    }
    return { ...line, change }
  }
  const line = connect()
  line.sent('step2')
  line.acknowledged(1)
  return { ledger, connect, line }
}

describe('P42 the ledger', () => {
  test('counts a change as pending until the frame that carries it is acknowledged', () => {
    const { ledger, line } = aLedger()
    line.change()
    line.change()
    expect([ledger.pending(), ledger.lastChange(), ledger.acknowledgedThrough()]).toEqual([2, 2, 0])
    line.acknowledged(2)
    expect([ledger.pending(), ledger.acknowledgedThrough()]).toEqual([1, 1])
    line.acknowledged(3)
    expect(ledger.pending()).toBe(0)
  })

  test('goes on counting while offline; the answer after the reconnect carries everything', () => {
    const { ledger, connect } = aLedger()
    ledger.changed()
    ledger.changed()
    const line = connect()
    expect(ledger.pending()).toBe(2)
    line.sent('step2')
    line.acknowledged(1)
    expect(ledger.pending()).toBe(0)
  })

  test('does not believe an acknowledgement of what was sent before that answer', () => {
    const { ledger, connect } = aLedger()
    ledger.changed() // offline
    const line = connect()
    line.change() // sent at once, while the first is still to come with the answer
    line.acknowledged(1)
    expect(ledger.pending()).toBe(2)
    line.sent('step2')
    line.acknowledged(2)
    expect(ledger.pending()).toBe(0)
  })

  test('takes a late word from an old connection for what it says about that one', () => {
    const { ledger, connect, line } = aLedger()
    line.change()
    line.change()
    const next = connect()
    next.sent('step2')
    next.change()
    line.acknowledged(2)
    expect([ledger.acknowledgedThrough(), ledger.pending()]).toEqual([1, 2])
    next.acknowledged(1)
    expect(ledger.acknowledgedThrough()).toBe(2)
    line.acknowledged(2)
    expect(ledger.acknowledgedThrough()).toBe(2)
  })
})
