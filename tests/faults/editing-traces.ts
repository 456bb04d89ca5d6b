import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { comesTrue, complaintsOf, inAPlace, type Place } from './a-place.ts'
import { type EditingTrace, makeTrace } from './editing-trace.ts'
import { openPlain, textsOf, writeNote } from './people.ts'
import { type Report, runAsScript } from './script.ts'

// node tests/faults/editing-traces.ts [--transactions 26078 --agents 2] [--trace friendsforever.json] [--port 21430]
//
// People type into one note at the same time, each with the y-websocket client as it comes; in the end everybody, the
// server and a reload have the right text. The traces of github.com/josephg/editing-traces are played when they are
// given (unpacked); otherwise one of that size is made, whose right text is known without any CRDT.

export const editingTracesDefaults = { transactions: 26_078, agents: 2, trace: '', port: 21_430, seed: 1 }

type Options = typeof editingTracesDefaults

export function editingTraces(options: Options): Promise<Report> {
  const { transactions, agents, trace, seed } = options
  const given = trace ? (JSON.parse(readFileSync(trace, 'utf8')) as EditingTrace) : null
  const played = given ?? makeTrace(transactions, agents, seed)
  return inAPlace(options.port, (place) => play(place, played))
}

/** So much typed and not yet heard of by an observer, no more: the server takes a thousand a second of one. */
const mostUnderWay = 1500

async function play(place: Place, trace: EditingTrace): Promise<Report> {
  const observer = openPlain(place.url, await place.sit('observer'))
  const agents: ReturnType<typeof anAgent>[] = []
  for (let agent = 0; agent < trace.numAgents; agent += 1)
    agents.push(anAgent(openPlain(place.url, await place.sit())))
  const people = [observer, ...agents.map(({ line }) => line)]
  await Promise.all(people.map(({ synced }) => synced))
  const [first] = agents
  if (first) writeNote(first.line.doc, 'note', '')
  const textAt = ({ doc }: { doc: Y.Doc }) => textsOf(doc).get('note')
  await comesTrue(() => people.every((one) => textAt(one) === ''))
  for (const agent of agents) agent.begin()

  const updates: (Uint8Array | null)[] = []
  for (const [index, txn] of trace.txns.entries()) {
    const agent = agents[txn.agent]
    if (!agent) continue
    for (const at of unknownTo(agent.knows, txn.parents, trace)) agent.hear(updates[at])
    agent.knows.add(index)
    updates.push(agent.type(txn.patches))
    if (agent.underWay(observer.doc) > mostUnderWay)
      await comesTrue(() => agent.underWay(observer.doc) < mostUnderWay / 2)
  }

  const failures: string[] = []
  const isRight = (one: { doc: Y.Doc }) => textAt(one) === trace.endContent
  if (!(await comesTrue(() => people.every(isRight), 600_000)))
    failures.push(`${people.filter((one) => !isRight(one)).length} of ${people.length} have another text`)
  const look = async (when: string) => {
    const newcomer = openPlain(place.url, await place.sit())
    await newcomer.synced
    if (!isRight(newcomer)) failures.push(`a newcomer has another text ${when}`)
    newcomer.close()
  }
  await look('at the end')
  for (const { close } of people) close()
  failures.push(...complaintsOf(place.server()))
  await place.restart()
  await look('after kill -9')
  const { txns, numAgents, endContent } = trace
  return { failures, figures: { transactions: txns.length, agents: numAgents, letters: endContent.length } }
}

/**
 * Those who type do so in a copy that hears of the others when the trace says so. What they typed goes out once
 * their line has heard of everything that it builds on, as it would have before they typed it.
 */
function anAgent(line: ReturnType<typeof openPlain>) {
  const desk = new Y.Doc()
  const outgoing: { readonly update: Uint8Array; readonly needs: ReadonlyMap<number, number> }[] = []
  let made: Uint8Array | null = null
  const knownTo = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc))
  function send() {
    for (let next = outgoing[0]; next; next = outgoing[0]) {
      const isKnown = [...next.needs].every(([client, clock]) => Y.getState(line.doc.store, client) >= clock)
      if (!isKnown) return
      outgoing.shift()
      Y.applyUpdate(line.doc, next.update)
    }
  }
  return {
    line,
    knows: new Set<number>(),
    begin() {
      Y.applyUpdate(desk, Y.encodeStateAsUpdate(line.doc))
      line.doc.on('update', (_: Uint8Array, origin: unknown) => {
        if (origin === line.provider) queueMicrotask(send)
      })
      desk.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'heard') made = update
      })
    },
    hear(update: Uint8Array | null | undefined) {
      if (update) Y.applyUpdate(desk, update, 'heard')
    },
    /** Answers the update; `null` when nothing was typed. */
    type(patches: EditingTrace['txns'][number]['patches']): Uint8Array | null {
      const needs = knownTo(desk)
      made = null
      const text = desk.getMap<Y.Map<Y.Text>>('notes').get('note')?.get('text')
      desk.transact(() => {
        for (const [at, deleted, inserted] of patches) {
          if (deleted > 0) text?.delete(at, deleted)
          if (inserted) text?.insert(at, inserted)
        }
      })
      if (made) outgoing.push({ update: made, needs })
      send()
      return made
    },
    underWay: (heard: Y.Doc) =>
      Y.getState(desk.store, desk.clientID) - Y.getState(heard.store, desk.clientID),
  }
}

/** What is new to somebody among all that these transactions build on, oldest first. */
function unknownTo(knows: Set<number>, parents: readonly number[], { txns }: EditingTrace): number[] {
  const unknown: number[] = []
  const open = [...parents]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (knows.has(at)) continue
    knows.add(at)
    unknown.push(at)
    open.push(...(txns[at]?.parents ?? []))
  }
  return unknown.sort((a, b) => a - b)
}

if (import.meta.main) await runAsScript('editing traces', editingTracesDefaults, editingTraces)
