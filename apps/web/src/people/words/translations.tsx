import { maxNoteLength, type Note, type Role } from '@vispera/board'
import { Button, TextField } from '@vispera/ui'
import { Languages } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { SelectField } from '../../lead/panel/select-field.tsx'
import { knownLanguages, nameOfLanguage } from '../../screens/start/languages.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { useCommand } from '../use-command.ts'
import styles from './translations.module.css'

const translators: readonly Role[] = ['host', 'facilitator', 'scribe', 'interpreter']

/** Translations beside a note's words, never in their place; some roles add to them here. */
export function Translations({ note }: { note: Note }) {
  const { t, locale } = useWords()
  const { me } = useSession()
  const [lang, setLang] = useState<string | null>(null)
  const translations = note.translations ?? []
  const adds = translators.includes(me.role)
  if (translations.length === 0 && !adds) return null
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <section className={styles.translations} aria-label={t('outline.details.translations')}>
      <h3>{t('outline.details.translations')}</h3>
      <ul>
        {translations.map((one) => (
          <li key={one.lang}>
            <p className={styles.hint}>
              {names.of(one.lang)}
              {one.by === 'machine' && !one.checked && ` · ${t('outline.details.machine')}`}
            </p>
            <p dir="auto" lang={one.lang}>
              {one.text}
            </p>
            {adds && lang !== one.lang && (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('people.words.change.which', { language: names.of(one.lang) ?? one.lang })}
                onClick={() => setLang(one.lang)}
              >
                {t('people.words.change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adds && lang === null && (
        <Button size="small" onClick={() => setLang('')}>
          <Languages aria-hidden="true" />
          {t('people.words.add')}
        </Button>
      )}
      {lang !== null && <Form key={lang} note={note} start={lang} onDone={() => setLang(null)} />}
    </section>
  )
}

/** `start`: the language whose translation is changed; empty for a new one. */
function Form({ note, start, onDone }: { note: Note; start: string; onDone: () => void }) {
  const { t, locale } = useWords()
  const command = useCommand()
  const { open } = useBoardOnScreen()
  const spoken = useSessionValue(({ stage }) => stage()?.workshop.languages ?? none)
  const taken = new Set(note.translations?.map(({ lang }) => lang))
  const free = [...new Set([locale, ...spoken, ...knownLanguages])].filter(
    (one) => one === start || !taken.has(one),
  )
  const [lang, setLang] = useState(start || (free[0] ?? 'en'))
  const [text, setText] = useState(note.translations?.find((one) => one.lang === start)?.text ?? '')
  async function keep(event: FormEvent) {
    event.preventDefault()
    if (await command('translate', { board: open.entry.id, note: note.id, lang, text })) onDone()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void keep(event)}>
      {start === '' && (
        <SelectField
          label={t('people.words.language')}
          value={lang}
          options={free.map((one) => ({ value: one, label: nameOfLanguage(one) }))}
          onChange={setLang}
        />
      )}
      <TextField
        multiline
        label={t('people.words.text', { language: nameOfLanguage(lang) })}
        hint={t('people.words.hint')}
        lang={lang}
        maxLength={maxNoteLength}
        value={text}
        onKeyDown={(event) => event.stopPropagation()}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.acts}>
        <Button size="small" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        <Button size="small" type="submit" variant="ink">
          {t('shell.save')}
        </Button>
      </div>
    </form>
  )
}

const none: readonly string[] = []
