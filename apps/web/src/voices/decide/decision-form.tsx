import type { Decision } from '@vispera/board'
import { Button, TextField } from '@vispera/ui'
import { useId, useState } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import form from '../form.module.css'
import lead from '../votes/lead-vote.module.css'
import { useVotes } from '../votes/use-votes.ts'

const methods = ['consent', 'vote-then-talk', 'facilitator-summary', 'other'] as const

/** Writes down what the group settled: its words, how, and the reservations as people said them. */
export function DecisionForm({ decision, onDone }: { decision?: Decision; onDone: () => void }) {
  const { t } = useWords()
  const { open } = useBoardOnScreen()
  const { say } = useLead()
  const methodId = useId()
  const voteId = useId()
  const tests = useVotes().filter((vote) => vote.form === 'agreement' && vote.state !== 'open')
  const last = tests.at(-1)
  const [words, setWords] = useState(decision?.words ?? last?.question ?? '')
  const [method, setMethod] = useState<Decision['method']>(
    // Consent is what nobody was unable to go along with.
    decision?.method ?? (last?.result?.totals.cannot ? 'vote-then-talk' : 'consent'),
  )
  const [vote, setVote] = useState(decision ? (decision.vote ?? '') : (last?.id ?? ''))
  const [reservations, setReservations] = useState(
    (decision?.reservations ?? last?.result?.worries ?? []).join('\n'),
  )
  const [revisitOn, setRevisitOn] = useState(decision?.revisitOn ?? '')

  return (
    <form
      className={form.form}
      onSubmit={async (event) => {
        event.preventDefault()
        if (words.trim() === '') return
        const said = {
          words: words.trim(),
          board: decision ? decision.board : open.entry.id,
          method,
          ...(vote === '' ? {} : { vote }),
          reservations: reservations
            .split('\n')
            .map((line) => line.trim().slice(0, 600))
            .filter((line) => line !== '')
            .slice(0, 50),
          ...(revisitOn.trim() === '' ? {} : { revisitOn: revisitOn.trim() }),
        }
        const answer = decision
          ? await say('change-decision', { decision: decision.id, ...said })
          : await say('decide', said)
        if (answer) onDone()
      }}
    >
      <TextField
        label={t('voices.decide.words')}
        hint={t('voices.decide.wordsHint')}
        multiline
        rows={3}
        maxLength={2_000}
        required
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div>
        <label htmlFor={methodId} className={form.label}>
          {t('voices.decide.method')}
        </label>
        <select
          id={methodId}
          className={form.select}
          value={method}
          onChange={(event) => setMethod(event.target.value as Decision['method'])}
        >
          {methods.map((one) => (
            <option key={one} value={one}>
              {t(`voices.method.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {tests.length > 0 && (
        <div>
          <label htmlFor={voteId} className={form.label}>
            {t('voices.decide.test')}
          </label>
          <select
            id={voteId}
            className={form.select}
            value={vote}
            onChange={(event) => setVote(event.target.value)}
          >
            <option value="">{t('voices.decide.noTest')}</option>
            {tests.map((one) => (
              <option key={one.id} value={one.id}>
                {one.question || t(`voices.form.${one.form}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <TextField
        label={t('voices.decide.reservations')}
        hint={t('voices.decide.reservationsHint')}
        multiline
        rows={3}
        value={reservations}
        onChange={(event) => setReservations(event.target.value)}
      />
      <TextField
        label={t('voices.decide.revisit')}
        hint={t('voices.decide.revisitHint')}
        maxLength={200}
        value={revisitOn}
        onChange={(event) => setRevisitOn(event.target.value)}
      />
      <div className={lead.acts}>
        <Button type="submit" variant="ink" disabled={words.trim() === ''}>
          {t('voices.decide.do')}
        </Button>
        <Button onClick={onDone}>{t('voices.cancel')}</Button>
      </div>
    </form>
  )
}
