import type { Store } from '@vispera/storage'
import type { Log } from '../logging.ts'

const lookEveryMs = 10_000

/** Says in the log when something stored turns out to be damaged; what it is, `vispera verify` names. */
export function tellDamage(store: Store, log: Log): () => void {
  let told = 0
  const look = () => {
    const damaged = store.health().damage.length
    if (damaged <= told) return
    told = damaged
    log.error({ damaged }, 'something stored is damaged: "npm run vispera -- verify" names it')
  }
  look()
  const looking = setInterval(look, lookEveryMs)
  looking.unref()
  return () => clearInterval(looking)
}
