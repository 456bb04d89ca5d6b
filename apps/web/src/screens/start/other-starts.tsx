import { recipes } from '@vispera/kinds'
import { type ChangeEvent, useRef, useState } from 'react'
import { useLocale } from '../../i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Created } from '../../session/start-api.ts'
import { Problem } from '../shared/problem.tsx'
import type { Request } from '../shared/use-request.ts'
import { ask } from './ask.ts'
import { type Choice, shownAtFirst } from './choices.ts'
import styles from './other-starts.module.css'

interface OtherStartsProps {
  readonly by: Choice['by']
  readonly isAll: boolean
  readonly onAll: () => void
  readonly onOneBoard: () => void
  readonly request: Request
  readonly onCreated: (created: Created) => void
}

/** The less common ways in: every recipe, a single board, a saved workshop, the worked example. */
export function OtherStarts({ by, isAll, onAll, onOneBoard, request, onCreated }: OtherStartsProps) {
  const { t } = useWords()
  const locale = useLocale()
  const file = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { isBusy, run } = request

  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = target.files?.[0]
    if (!chosen) return
    const text = await chosen.text()
    // The same file may be chosen again after it was mended.
    target.value = ''
    setProblem(null)
    await run(async () => {
      const { api, findFileProblem } = await ask()
      const found = findFileProblem(text, chosen.size)
      setProblem(found)
      if (!found) onCreated(await api.importWorkshop(text))
    })
  }

  const hasMore = recipes.length > shownAtFirst && !isAll && by === 'recipe'
  return (
    <>
      <div className={styles.ways}>
        {hasMore && (
          <button type="button" onClick={onAll}>
            {t('shell.start.allRecipes', { count: recipes.length })}
          </button>
        )}
        <button type="button" onClick={onOneBoard}>
          {t(by === 'kind' ? 'shell.start.recipes' : 'shell.start.oneBoard')}
        </button>
        <button type="button" disabled={isBusy} onClick={() => file.current?.click()}>
          {t('shell.start.saved')}
        </button>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => run(async () => onCreated(await (await ask()).api.createExample(locale)))}
        >
          {t('shell.start.example')}
        </button>
        <input ref={file} type="file" accept=".json,application/json" hidden onChange={read} />
      </div>
      <Problem id={problem} />
    </>
  )
}
