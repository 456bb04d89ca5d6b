import { useSyncExternalStore } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { later } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import { lastAnnounced, onAnnouncement } from './announcer.ts'
import { type Asked, questionsOf } from './questions.ts'

const questionDialog = later(() =>
  import('./question-dialog.tsx').then(({ QuestionDialog }) => QuestionDialog),
)

/** The question that waits for this person, and the voice of what they just did. Stands once on a board. */
export function BoardQuestions() {
  const { ui } = useBoardOnScreen()
  const questions = questionsOf(ui)
  const asked = useSyncExternalStore(questions.subscribe, questions.asked)
  const said = useSyncExternalStore(onAnnouncement, lastAnnounced)
  return (
    <>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {asked && <Part key={keyOf(asked)} of={questionDialog} with={{ asked }} />}
    </>
  )
}

const keys = new WeakMap<Asked, number>()
let nextKey = 0
/** Two questions in a row with the same title are still two dialogs, each with its own focus. */
function keyOf(asked: Asked): number {
  const key = keys.get(asked) ?? nextKey++
  keys.set(asked, key)
  return key
}
