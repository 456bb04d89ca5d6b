import { Ballot } from './ballot.tsx'
import styles from './choosing.module.css'
import { LeadVote } from './lead-vote.tsx'
import { useOpenVote } from './use-votes.ts'

/** On a phone: the vote that is open, over the whole place between the bars. */
export function Choosing() {
  const vote = useOpenVote()
  if (!vote) return null
  return (
    <div className={styles.choosing}>
      <Ballot vote={vote} />
      <LeadVote vote={vote} />
    </div>
  )
}
