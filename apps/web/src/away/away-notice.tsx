import { Button, useToast } from '@vispera/ui'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../i18n/use-words.ts'
import { saveFile } from '../screens/dialogs/save-file.ts'
import type { Aside } from '../session/asides.ts'
import { useSession } from '../session/session-context.ts'
import { useSessionValue } from '../session/use-session-value.ts'
import type { Away } from '../session/workshop-session.ts'
import styles from './away-notice.module.css'
import {
  boardIn,
  bringAlong,
  docOf,
  fileOf,
  onlyInCopies,
  textsOf,
  type Words,
  wordsOf,
} from './old-copies.ts'

/** Says what became of copies on this device, and offers as a file what would be lost. */
export function AwayNotice({ away: { isLacking, asides } }: { away: Away }) {
  const { t } = useWords()
  const session = useSession()
  const foreign = asides.filter(({ why }) => why === 'foreign')
  const gone = asides.filter(({ why }) => why === 'gone')
  const old = asides.filter(({ why }) => why === 'set-back')
  return createPortal(
    <section className={styles.notices} role="status" aria-label={t('away.region')}>
      {old.length > 0 && <SetBack asides={old} />}
      {foreign.length > 0 && <Foreign asides={foreign} />}
      {gone.length > 0 && (
        <Offer
          says="away.gone"
          words={gone.map((aside) => wordsOf(session, aside))}
          onClose={() => session.settle(gone)}
        />
      )}
      {isLacking && <Lacking />}
    </section>,
    document.body,
  )
}

/** The server has another history: what stands only in the old copies. */
function SetBack({ asides }: { asides: readonly Aside[] }) {
  const session = useSession()
  const [words, setWords] = useState<readonly Words[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made anew at each drawing
  useEffect(() => {
    let isHere = true
    void onlyInCopies(session, asides).then((found) => isHere && setWords(found))
    return () => {
      isHere = false
    }
  }, [session, asides.length])
  if (!words) return null
  return <Offer says="away.setBack" words={words} onClose={() => session.settle(asides)} />
}

/** What became of some notes, and their words as a file. */
function Offer({ says, words, onClose }: { says: string; words: readonly Words[]; onClose: () => void }) {
  const { t } = useWords()
  const count = words.reduce((sum, { texts }) => sum + texts.length, 0)
  return (
    <div className={styles.notice}>
      <p>{t(says, { count })}</p>
      {count > 0 && <SaveCopy words={() => words} />}
      <Button variant="outline" onClick={onClose}>
        {t('away.close')}
      </Button>
    </div>
  )
}

/** This browser keeps nothing: until it is sent, what is written here is in this page only. */
function Lacking() {
  const { t } = useWords()
  const session = useSession()
  const waits = useSessionValue(({ saveState }) => saveState().waiting > 0)
  const words = () =>
    session.unsent().map(({ document, doc, notes }) => {
      const texts = textsOf(doc)
      return {
        title: boardIn(session, document)?.title ?? '',
        texts: notes.map((id) => texts.get(id) ?? '').filter((text) => text !== ''),
      }
    })
  return (
    <div className={styles.notice}>
      <p>{t('away.lacking')}</p>
      {waits && <SaveCopy words={() => words().filter(({ texts }) => texts.length > 0)} />}
    </div>
  )
}

function SaveCopy({ words }: { words: () => readonly Words[] }) {
  const { t } = useWords()
  const save = () =>
    saveFile(fileOf(t('away.file.title'), t('away.file.other'), words()), t('away.file.name'))
  return (
    <Button variant="ink" onClick={save}>
      {t('away.save')}
    </Button>
  )
}

/** What was written in a seat that is no more is written again in this one; what cannot be is offered as a file. */
function Foreign({ asides }: { asides: readonly Aside[] }) {
  const { t } = useWords()
  const toast = useToast()
  const session = useSession()
  const begun = useRef(new Set<Aside>())
  const [left, setLeft] = useState<readonly Aside[]>([])
  useEffect(() => {
    for (const aside of asides) {
      if (begun.current.has(aside)) continue
      begun.current.add(aside)
      void bringAlong(session, aside).then((isDone) => {
        const isEmpty = textsOf(docOf(aside)).size === 0
        if (!isDone && !isEmpty) return setLeft((before) => [...before, aside])
        session.settle([aside])
        if (isDone) toast({ message: t('away.added') })
      })
    }
  }, [session, asides, toast, t])
  if (left.length === 0) return null
  const words = left.map((aside) => wordsOf(session, aside))
  return <Offer says="away.unsentElsewhere" words={words} onClose={() => session.settle(left)} />
}
