import type { ColorName } from '@vispera/board'
import type { BoardUiStore } from '../board-ui/board-ui.ts'

/** A question with a few answers, asked before anything is changed. */
export interface Choice {
  readonly form: 'choice'
  readonly title: string
  /** Paragraphs under the title. */
  readonly body: readonly string[]
  /** The first answer is the one to take by default; turning away is always possible. */
  readonly answers: readonly Answer[]
}
export interface Answer {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
}

/** One thing to pick from a list that can be searched. */
export interface Pick {
  readonly form: 'pick'
  readonly title: string
  readonly options: readonly PickOption[]
  /** Words when there is nothing to pick from. */
  readonly none: string
}
export interface PickOption extends Answer {
  readonly group?: string | undefined
  /** A note colour to show beside the words. */
  readonly color?: ColorName | undefined
}

export type Question = Choice | Pick
export interface Asked {
  readonly question: Question
  readonly answer: (id: string | null) => void
}

/** The question that waits for this person on one board; drawn by `BoardQuestions`. */
export interface Questions {
  asked(): Asked | null
  /** Asks and waits; null when the person turns away. A new question turns away the one before. */
  ask(question: Question): Promise<string | null>
  subscribe(listener: () => void): () => void
}

export function createQuestions(): Questions {
  let asked: Asked | null = null
  const listeners = new Set<() => void>()
  const set = (next: Asked | null) => {
    asked = next
    for (const listener of listeners) listener()
  }
  return {
    asked: () => asked,
    ask(question) {
      asked?.answer(null)
      return new Promise((resolve) => {
        const mine: Asked = {
          question,
          answer(id) {
            if (asked === mine) set(null)
            resolve(id)
          },
        }
        set(mine)
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const byScreen = new WeakMap<BoardUiStore, Questions>()

/** The questions of one board on screen; the same for all its views. */
export function questionsOf(ui: BoardUiStore): Questions {
  const questions = byScreen.get(ui) ?? createQuestions()
  byScreen.set(ui, questions)
  return questions
}
