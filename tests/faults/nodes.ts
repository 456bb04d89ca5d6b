import { setTimeout as pause } from 'node:timers/promises'
import { comesTrue } from './a-place.ts'
import { type Joined, makeLedWorkshop } from './a-workshop.ts'
import { openBalancer } from './balancer.ts'
import { boardNow, openCrowd } from './crowd-on-nodes.ts'
import { openPlain, textsOf } from './people.ts'
import { type Report, runAsScript } from './script.ts'
import { type TwoNodes, withTwoNodes } from './two-nodes.ts'

// node tests/faults/nodes.ts [--seconds 60] [--frozen 30] [--writers 4] [--presses 20] [--port 21600]
//   [--steps redis,postgres,both,frozen,killed,rolling,power]
//
// T12. Two servers on one PostgreSQL and one Redis. Each in turn goes away for so many seconds while people write on
// both: Redis, PostgreSQL, both, a node that is frozen, one that is killed, both restarted one after the other.
// Nothing that was acknowledged or that anybody saw is lost, nothing is acknowledged that is not in PostgreSQL,
// nobody is ever shown an empty board, and everybody sees the same in the end.

export const nodesDefaults = {
  seconds: 60,
  frozen: 30,
  writers: 4,
  presses: 20,
  port: 21_600,
  steps: 'redis,postgres,both,frozen,killed,rolling,power',
}
type Options = typeof nodesDefaults

export const tryNodes = (options: Options): Promise<Report> =>
  withTwoNodes(options.port, (nodes) => breakThem(nodes, options))

type Figures = Record<string, number | string>

async function breakThem(nodes: TwoNodes, options: Options): Promise<Report> {
  const { postgres, redis, urls } = nodes
  const failures: string[] = []
  const steps = options.steps.split(',')
  const figures: Figures = { seconds: options.seconds, frozenSeconds: options.frozen }
  const { id, links } = await makeLedWorkshop(urls[0])
  const sit = (node: number, role: keyof typeof links = 'participant') =>
    joinWith(urls[node] ?? '', id, links[role])
  const seats = await Promise.all(
    urls.map((_, node) => Promise.all(Array.from({ length: options.writers }, () => sit(node)))),
  )
  const crowd = openCrowd('people', urls, seats)
  const someone = seats[0]?.[0] as Joined
  if ((await crowd.becomesOne()) === null) throw new Error('nobody got in')

  /** Breaks something while people write, mends it, and waits until everybody sees the same. */
  async function during(what: string, broken: () => Promise<void>, mend: () => Promise<unknown>) {
    if (!steps.includes(what)) return
    crowd.begin()
    await pause(500)
    await broken()
    await mend()
    await pause(500)
    crowd.pause()
    const from = performance.now()
    await comesTrue(crowd.isConnected)
    figures[`${what}ConnectedMs`] = Math.round(performance.now() - from)
    const healedMs = await crowd.becomesOne()
    if (healedMs === null) failures.push(`${what}: a minute later people see different boards`)
    figures[`${what}HealedMs`] = healedMs ?? -1
  }
  const outage = () => pause(options.seconds * 1000)

  await during(
    'redis',
    async () => {
      await redis.kill()
      await pause(300)
      const before = [0, 1].map((node) => crowd.saved(node).length)
      await outage()
      for (const node of [0, 1])
        if (crowd.saved(node).length <= (before[node] ?? 0))
          failures.push(`without Redis nothing is saved on node ${node}`)
    },
    redis.start,
  )

  const withoutPostgres = async () => {
    await postgres.kill()
    await pause(300)
    const before = crowd.saved().length
    const newcomer = openPlain(urls[0], someone)
    await outage()
    if (crowd.saved().length > before) failures.push('something was acknowledged without PostgreSQL')
    const health = await fetch(`${urls[0]}/api/health`)
    if (health.ok) failures.push('a node says that it is well without PostgreSQL')
    if (crowd.isConnected()) failures.push('nobody was told that nothing is saved')
    if (newcomer.provider.synced && textsOf(newcomer.doc).size === 0)
      failures.push('somebody was shown an empty board')
    newcomer.close()
  }
  await during('postgres', withoutPostgres, postgres.start)
  await during(
    'both',
    async () => {
      await redis.kill()
      await withoutPostgres()
    },
    () => Promise.all([redis.start(), postgres.start()]),
  )

  await during(
    'frozen',
    async () => {
      process.kill(nodes.node(0).pid, 'SIGSTOP')
      await pause(300)
      const before = crowd.saved(1).length
      await pause(options.frozen * 1000)
      if (crowd.saved(1).length <= before) failures.push('a frozen node keeps the other from saving')
    },
    async () => process.kill(nodes.node(0).pid, 'SIGCONT'),
  )

  await during(
    'killed',
    () => nodes.node(0).kill(),
    () => nodes.start(0),
  )

  const balancer = await openBalancer(options.port + 2, [options.port, options.port + 1])
  const travellers = openCrowd('travellers', [balancer.url], [[await sit(0), await sit(1)]])
  if ((await travellers.becomesOne()) === null) failures.push('nobody gets in through what stands in front')
  await during(
    'rolling',
    async () => {
      travellers.begin()
      for (const node of [0, 1]) {
        await nodes.node(node).stop()
        await nodes.start(node)
        await comesTrue(crowd.isConnected)
      }
    },
    async () => travellers.pause(),
  )
  if (steps.includes('rolling')) figures.rollingLongestGapMs = travellers.longestGapMs()

  await pressAtOnce(nodes, id, links.facilitator, options.presses, failures)
  figures.roleCutMs = await cutElsewhere(nodes, id, links, failures)

  if ((await travellers.becomesOne()) === null) failures.push('not everything is saved in the end')
  const promised = new Set([...crowd.saved(), ...crowd.seen, ...travellers.saved()])
  await noneIsLost(nodes, promised, someone, steps.includes('power'), failures)
  figures.notes = promised.size
  const wrong =
    nodes.printed().match(/.*(room-failed|unhandled|unexpected error|update-refused|scrub).*/g) ?? []
  failures.push(...new Set(wrong))
  crowd.close()
  travellers.close()
  balancer.close()
  return { failures, figures }
}

/** Now, and after both nodes and the database have lost power. */
async function noneIsLost(
  nodes: TwoNodes,
  promised: ReadonlySet<string>,
  seat: Joined,
  withPowerCut: boolean,
  failures: string[],
) {
  const views = new Set<string>()
  const look = async (when: string) => {
    for (const url of nodes.urls) {
      const { ids, view } = await boardNow(url, seat)
      const lost = [...promised].filter((id) => !ids.has(id))
      if (lost.length > 0) failures.push(`${when}: ${lost.length} notes are lost, ${lost.slice(0, 5)}`)
      views.add(view)
      if (views.size > 1) failures.push(`${when}: newcomers see different boards`)
    }
  }
  await look('in the end')
  if (!withPowerCut) return
  await Promise.all([nodes.node(0).kill(), nodes.node(1).kill(), nodes.postgres.kill()])
  await nodes.postgres.start()
  await Promise.all([nodes.start(0), nodes.start(1)])
  await look('after a power cut')
}

/** Those who lead press the same at once on both nodes: it counts once. */
async function pressAtOnce(nodes: TwoNodes, id: string, link: string, presses: number, failures: string[]) {
  const { token } = await joinWith(nodes.urls[0], id, link)
  const say = (node: number, command: object) =>
    post(nodes.urls[node] ?? '', `/api/workshops/${id}/commands`, token, command)
  const agenda = async () => {
    const headers = { authorization: `Bearer ${token}` }
    return (await (await fetch(`${nodes.urls[1]}/api/workshops/${id}`, { headers })).json()).agenda
  }
  const run = async () => (await agenda()).run
  for (let count = 0; count <= presses; count += 1)
    await say(0, { command: 'add-stage', kind: 'discuss', title: `${count}`, run: await run() })
  const { stages } = await agenda()
  await say(0, { command: 'start-stage', stage: stages[0].id, run: await run() })
  for (let press = 1; press <= presses; press += 1) {
    const before = await run()
    await Promise.all([0, 1].map((node) => say(node, { command: 'next-stage', run: before })))
    const now = await agenda()
    const at = stages.findIndex((stage: { id: string }) => stage.id === now.now?.stage)
    if (at !== press || now.run !== before + 1)
      failures.push(
        `pressed once on each node, stage ${at} instead of ${press}, run ${now.run} after ${before}`,
      )
  }
}

/** Somebody's role is taken on one node; their socket on the other is cut. Answers after how many milliseconds. */
async function cutElsewhere(
  nodes: TwoNodes,
  id: string,
  links: Record<string, string>,
  failures: string[],
): Promise<number> {
  const [host, lead] = [
    await joinWith(nodes.urls[0], id, links.host ?? ''),
    await joinWith(nodes.urls[1], id, links.facilitator ?? ''),
  ]
  const socket = openPlain(nodes.urls[1], { token: lead.token, board: `${id}/lead` })
  await socket.synced
  const cut = new Promise<number>((resolve) =>
    socket.provider.on('closed', ({ code }: { code: number }) => resolve(code)),
  )
  const from = performance.now()
  const command = { command: 'change-role', participant: lead.participant, role: 'observer' }
  await post(nodes.urls[0], `/api/workshops/${id}/commands`, host.token, command)
  const code = await Promise.race([cut, pause(10_000).then(() => 0)])
  const ms = Math.round(performance.now() - from)
  if (code !== 4403) failures.push('a role that was taken on one node is still had on the other')
  socket.close()
  return ms
}

async function joinWith(url: string, id: string, link: string): Promise<Joined & { participant: string }> {
  const { token, participant, documents } = await post(url, `/api/workshops/${id}/join`, null, {
    key: new URL(link).hash.slice(1),
  })
  return { token, participant: participant.id, board: documents.boards[0].document }
}

async function post(url: string, path: string, token: string | null, body: unknown) {
  const headers = {
    'content-type': 'application/json',
    ...(token !== null && { authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

if (import.meta.main) await runAsScript('T12 several nodes', nodesDefaults, tryNodes)
