import { dotsPerPerson, shakyFlags, type VoteForm, voteForms } from '@vispera/board'
import { Button, TextField } from '@vispera/ui'
import { useId, useState } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { promptOf } from '../../lead/stage-words.ts'
import { useLead } from '../../lead/use-lead.ts'
import form from '../form.module.css'
import { useStageNow } from '../use-stage-now.ts'
import { useShowVoices } from '../voices-panel.ts'
import styles from './lead-vote.module.css'
import { useOptions, usePeopleWithASay } from './use-votes.ts'

/** Opens a vote: its form, what is asked, and how many dots. */
export function OpenVoteForm({ onDone }: { onDone: () => void }) {
  const words = useWords()
  const { t } = words
  const { open } = useBoardOnScreen()
  const { say } = useLead()
  const running = useStageNow()
  const people = usePeopleWithASay()
  const showVoices = useShowVoices()
  const formId = useId()
  const [vote, setVote] = useState<VoteForm>('dots')
  const [question, setQuestion] = useState('')
  const options = useOptions({ form: vote, options: null, board: open.entry.id }) ?? []
  const rule = vote === 'shaky' ? shakyFlags : dotsPerPerson(options.length, people)
  const [dots, setDots] = useState<number | null>(null)
  const [perNote, setPerNote] = useState(1)
  const isByDots = vote === 'dots' || vote === 'shaky'
  const hint = running ? promptOf(running.stage, words) : ''

  return (
    <form
      className={form.form}
      onSubmit={async (event) => {
        event.preventDefault()
        const asked = question.trim() || hint || t(`voices.form.${vote}.question`)
        const answer = await say('open-vote', {
          form: vote,
          board: open.entry.id,
          question: asked,
          ...(isByDots
            ? { options: options.map(({ id }) => id), dots: dots ?? rule, dotsPerNote: perNote }
            : {}),
        })
        if (!answer) return
        onDone()
        if (typeof answer.vote === 'string') showVoices({ show: 'vote', vote: answer.vote })
      }}
    >
      <fieldset className={form.choices}>
        <legend>{t('voices.open.form')}</legend>
        {voteForms.map((one) => (
          <label key={one} className={form.choice}>
            <input type="radio" name={formId} checked={one === vote} onChange={() => setVote(one)} />
            <span>
              <strong>{t(`voices.form.${one}`)}</strong>
              <span>{t(`voices.form.${one}.what`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={t(vote === 'agreement' ? 'voices.open.proposal' : 'voices.open.question')}
        multiline
        rows={2}
        maxLength={600}
        value={question}
        placeholder={hint || t(`voices.form.${vote}.question`)}
        onChange={(event) => setQuestion(event.target.value)}
      />
      {isByDots && (
        <>
          <p className={form.note}>{t(`voices.open.options.${vote}`, { count: options.length })}</p>
          <label className={styles.row}>
            <span>{t(vote === 'shaky' ? 'voices.open.flags' : 'voices.open.dots', { count: rule })}</span>
            <input
              className={styles.number}
              type="number"
              inputMode="numeric"
              min={1}
              max={20}
              value={dots ?? rule}
              onChange={(event) =>
                setDots(Math.min(20, Math.max(1, Math.trunc(Number(event.target.value)) || 1)))
              }
            />
          </label>
          {vote === 'dots' && (
            <label className={styles.row}>
              <span>{t('voices.open.perNote')}</span>
              <input
                className={styles.number}
                type="number"
                inputMode="numeric"
                min={1}
                max={20}
                value={perNote}
                onChange={(event) =>
                  setPerNote(Math.min(20, Math.max(1, Math.trunc(Number(event.target.value)) || 1)))
                }
              />
            </label>
          )}
        </>
      )}
      <div className={styles.acts}>
        <Button type="submit" variant="ink" disabled={isByDots && options.length === 0}>
          {t('voices.open.do')}
        </Button>
        <Button onClick={onDone}>{t('voices.cancel')}</Button>
      </div>
    </form>
  )
}
