import { boardRoots } from '../../packages/board/src/index.ts'
import { aRandom } from '../../packages/sync/src/testing/random.ts'
import { comesTrue, complaintsOf, inAPlace, type Place } from './a-place.ts'
import { boardEdit, wrongIn } from './board-edit.ts'
import { openChaosProxy } from './chaos-proxy.ts'
import { openPlain } from './people.ts'
import { canonical, isWaiting } from './same.ts'
import { quantile, type Report, runAsScript } from './script.ts'

// node tests/faults/bad-network.ts [--rounds 60 --seconds 20] [--people 8] [--port 21410] [--seed 1]
//
// T2. People with the y-websocket client as it comes edit a board through a bad network. Each round it is bad for so
// many seconds, then it heals: all copies become the same, nobody was ever refused, and no copy is ever half.

export const badNetworkDefaults = { rounds: 60, seconds: 20, people: 8, port: 21_410, seed: 1 }

type Options = typeof badNetworkDefaults

export const badNetwork = (options: Options): Promise<Report> =>
  inAPlace(options.port, (place) => tryNetwork(place, options))

async function tryNetwork(place: Place, { rounds, seconds, people, port, seed }: Options): Promise<Report> {
  const random = aRandom(seed)
  const failures: string[] = []
  const healed: number[] = []
  let acts = 0
  const proxy = await openChaosProxy(port + 1, place.port, random)
  const crowd: ReturnType<typeof openPlain>[] = []
  for (let index = 0; index < people; index += 1) crowd.push(openPlain(proxy.url, await place.sit()))
  for (const { provider } of crowd)
    provider.on('closed', ({ code, reason }) => {
      if (code >= 4400) failures.push(`somebody honest was closed with ${code}: ${reason}`)
    })
  await Promise.all(crowd.map(({ synced }) => synced))

  const views = () => crowd.map(({ doc }) => canonical(doc, boardRoots))
  for (let round = 1; round <= rounds && failures.length === 0; round += 1) {
    proxy.torment()
    const until = performance.now() + seconds * 1000
    while (performance.now() < until) {
      for (const [index, { doc }] of crowd.entries())
        if (random() < 0.3) {
          boardEdit(doc, `p${index}`, random)
          acts += 1
          for (const wrong of wrongIn(doc)) failures.push(`round ${round}: ${wrong}`)
        }
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    proxy.heal()
    const healedAt = performance.now()
    const isOne = () => new Set(views()).size === 1
    if (await comesTrue(isOne)) healed.push(performance.now() - healedAt)
    else failures.push(`round ${round}: a minute after the network healed people see different boards`)
  }

  const [seen] = views()
  const look = async () => {
    const newcomer = openPlain(place.url, await place.sit())
    await newcomer.synced
    const view = canonical(newcomer.doc, boardRoots)
    newcomer.close()
    return view
  }
  if ((await look()) !== seen) failures.push('a newcomer sees another board')
  if (crowd.some(({ doc }) => isWaiting(doc))) failures.push('something waits for a part that never came')
  failures.push(...complaintsOf(place.server()))
  for (const { close } of crowd) close()
  await proxy.close()
  await place.restart()
  if ((await look()) !== seen) failures.push('the board is another one after kill -9')
  failures.push(...complaintsOf(place.server()))
  const times = { healedP50Ms: quantile(healed, 0.5), healedP95Ms: quantile(healed, 0.95) }
  return { failures, figures: { people, rounds, seconds, acts, ...proxy.counts(), ...times, barP95Ms: 5000 } }
}

if (import.meta.main) await runAsScript('T2 bad network', badNetworkDefaults, badNetwork)
