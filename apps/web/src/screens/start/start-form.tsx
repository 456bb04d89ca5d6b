import { type SafetyLevel, safetyLevels } from '@vispera/board'
import { Button, SegmentedControl, TextField, ThemeRule } from '@vispera/ui'
import { ArrowRight } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocale } from '../../i18n/language.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Created } from '../../session/start-api.ts'
import { Problem } from '../shared/problem.tsx'
import { useRequest } from '../shared/use-request.ts'
import { ask } from './ask.ts'
import { boardsOf, type Choice, firstKind, firstRecipe } from './choices.ts'
import { LanguageChips } from './language-chips.tsx'
import { OtherStarts } from './other-starts.tsx'
import { RecipeCards } from './recipe-cards.tsx'
import styles from './start-form.module.css'

/** Everything that a workshop needs to begin; only its name has no answer yet. */
export function StartForm() {
  const { t } = useWords()
  const locale = useLocale()
  const [title, setTitle] = useState('')
  const [isNameless, setNameless] = useState(false)
  const [choice, setChoice] = useState<Choice>(firstRecipe)
  const [isAll, setAll] = useState(false)
  const [languages, setLanguages] = useState<readonly string[] | null>(null)
  const [safety, setSafety] = useState<SafetyLevel>('guarded')
  const { isBusy, error, run } = useRequest()
  const name = useRef<HTMLInputElement>(null)
  const safetyId = useId()
  // Not on touch: a keyboard that jumps up hides the page before anybody has seen it.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) name.current?.focus({ preventScroll: true })
  }, [])
  const chosenLanguages = languages ?? [locale]

  function open(event: FormEvent) {
    event.preventDefault()
    const isEmpty = title.trim() === ''
    setNameless(isEmpty)
    if (isEmpty) return name.current?.focus()
    const boards = boardsOf(choice, (kind) => t(`${kind}.short`))
    void run(async () => {
      const { api } = await ask()
      enter(await api.createWorkshop({ title, languages: chosenLanguages, safety, ...boards }))
    })
  }

  return (
    <form className={styles.form} onSubmit={open} noValidate>
      <ThemeRule as="h1" size="page" className={styles.title}>
        {t('shell.start.title')}
      </ThemeRule>
      <TextField
        ref={name}
        size="large"
        label={t('shell.start.name')}
        value={title}
        maxLength={200}
        autoComplete="off"
        error={isNameless && title.trim() === '' ? t('shell.start.name.empty') : undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      <section className={styles.what}>
        <h2 className={styles.question}>
          {t('shell.start.do')} <span>{t('shell.start.do.later')}</span>
        </h2>
        <RecipeCards
          label={t('shell.start.do')}
          by={choice.by}
          isAll={isAll}
          choice={choice}
          onChoose={setChoice}
        />
        <OtherStarts
          by={choice.by}
          isAll={isAll}
          onAll={() => {
            setAll(true)
            setChoice(firstRecipe)
          }}
          onOneBoard={() => setChoice(choice.by === 'kind' ? firstRecipe : firstKind)}
          request={{ isBusy, error, run }}
          onCreated={enter}
        />
      </section>
      <div className={styles.pair}>
        <LanguageChips languages={chosenLanguages} onChange={setLanguages} />
        <div className={styles.safety}>
          <h2 className={styles.question}>{t('shell.start.safety')}</h2>
          <SegmentedControl
            label={t('shell.start.safety')}
            className={styles.levels}
            value={safety}
            onChange={setSafety}
            segments={safetyLevels.map((level) => ({ value: level, label: t(`shell.safety.${level}`) }))}
          />
        </div>
      </div>
      <p id={safetyId} className={styles.note} role="status">
        {t(`shell.start.safety.${safety}`)}
      </p>
      <Problem id={error} />
      <div className={styles.act}>
        <Button type="submit" variant="ink" size="large" disabled={isBusy} aria-describedby={safetyId}>
          {t('shell.start.open')}
          <ArrowRight aria-hidden="true" className="mirrors" />
        </Button>
        <p>{t('shell.start.youGet')}</p>
      </div>
    </form>
  )
}

/** Into the new workshop as the one who leads it, with the ways to invite others at hand. */
function enter({ links }: Created): void {
  const link = links.facilitator ?? links.host
  if (link) location.assign(link)
}
