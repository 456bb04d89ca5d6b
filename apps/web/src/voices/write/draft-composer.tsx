import type { ColorName } from '@vispera/board'
import { Button, classes, Swatch } from '@vispera/ui'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { ChooseKind, ChoosePlace } from '../../composer/choosers.tsx'
import { useKeyboardInset } from '../../composer/use-keyboard-inset.ts'
import { useWords } from '../../i18n/use-words.ts'
import { growWithWords } from '../../note/grow-with-words.ts'
import { PictureButtons } from '../../pictures/picture-buttons.tsx'
import styles from './draft-composer.module.css'
import { DraftState } from './draft-state.tsx'
import type { DraftHome } from './drafts.ts'
import { useDraftComposer } from './use-draft-composer.ts'

/** What it is in big buttons, the words on its own paper, and "Put down". Nobody else receives any of it. */
export function DraftComposer({ home, isOnPhone }: { home: DraftHome; isOnPhone: boolean }) {
  const { t } = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const composer = useDraftComposer(home, area)
  const { draft, noteKind, kinds, quick, places, place, color } = composer
  const inset = useKeyboardInset()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are the reason to measure again
  useLayoutEffect(() => {
    if (area.current) growWithWords(area.current)()
  }, [draft.text])

  if (!noteKind) return null

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    // Enter that ends a composition (IME) is not Enter.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') area.current?.blur()
    if (event.key !== 'Enter' || event.shiftKey) return
    // The return key of a phone makes a new line, as its face says.
    if (isOnPhone && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    composer.putDown()
  }

  const kindName = t(`noteKind.${noteKind.id}`)
  return (
    <div className={styles.room}>
      <form
        className={classes(styles.composer, inset > 0 && styles.lifted)}
        style={inset > 0 ? { insetBlockEnd: inset } : undefined}
        onSubmit={(event) => {
          event.preventDefault()
          composer.putDown()
        }}
      >
        {quick?.type.type === 'enum' ? (
          <BigChoices
            legend={t(`field.${noteKind.id}.${quick.id}`)}
            chosen={draft.fields[quick.id] ?? null}
            onChoose={composer.setQuick}
            choices={quick.type.options.map((option) => ({
              id: option,
              label: t(`option.${noteKind.id}.${quick.id}.${option}`),
              color: composer.colorWith(option),
            }))}
          />
        ) : (
          kinds.length > 1 && (
            <BigChoices
              legend={t('voices.write.kinds')}
              chosen={noteKind.id}
              onChoose={(id) => id !== null && composer.setKind(id)}
              choices={kinds.map((one) => ({ id: one.id, label: t(`noteKind.${one.id}`), color: one.color }))}
            />
          )
        )}
        <textarea
          ref={area}
          id="composer-words"
          rows={2}
          dir={draft.text === '' ? undefined : 'auto'}
          className={styles.words}
          style={{ '--fill': `var(--note-${color})` } as React.CSSProperties}
          enterKeyHint={isOnPhone ? 'enter' : 'done'}
          aria-label={t('outline.composer.words', { kind: kindName, ask: t(`ask.${noteKind.id}`) })}
          placeholder={t(`ask.${noteKind.id}`)}
          value={draft.text}
          onChange={(event) => composer.setText(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            if (composer.paste(event.clipboardData.getData('text/plain'))) event.preventDefault()
          }}
        />
        <div className={styles.acts}>
          {quick && kinds.length > 1 && (
            <span className={styles.menu}>
              <ChooseKind kinds={kinds} chosen={noteKind} color={color} onChoose={composer.setKind} />
            </span>
          )}
          {place && (
            <span className={styles.menu}>
              <ChoosePlace places={places} chosen={place} onChoose={composer.setPlace} />
            </span>
          )}
          <PictureButtons
            wish={{ note: { text: draft.text }, put: composer.putPicture }}
            className={styles.picture}
          />
          <DraftState className={styles.state} isUnfinished={draft.text.trim() !== ''} />
          <Button type="submit" variant="ink" className={styles.put}>
            {t('voices.write.put')}
          </Button>
        </div>
      </form>
    </div>
  )
}

interface Choice {
  readonly id: string
  readonly label: string
  readonly color: ColorName
}

/** Every answer in sight, each on the paper that it makes; pressing the chosen one takes it back. */
function BigChoices({
  legend,
  choices,
  chosen,
  onChoose,
}: {
  legend: string
  choices: readonly Choice[]
  chosen: string | null
  onChoose: (id: string | null) => void
}) {
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{legend}</legend>
      {choices.map(({ id, label, color }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          className={styles.choice}
          style={{ '--fill': `var(--note-${color})` } as React.CSSProperties}
          // The caret stays in the words.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(id === chosen ? null : id)}
        >
          <Swatch color={color} className={styles.swatch} />
          {label}
        </button>
      ))}
    </fieldset>
  )
}
