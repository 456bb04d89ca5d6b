import { Button } from '@vispera/ui'
import { useEffect, useRef, useState } from 'react'
import { useGoToBoard } from '../../board-ui/go-to-board.ts'
import { useWords } from '../../i18n/use-words.ts'
import { savesData } from '../../later/saves-data.ts'
import { useSession } from '../../session/session-context.ts'
import type { WorkshopSession } from '../../session/workshop-session.ts'
import styles from './since-banner.module.css'
import { type News, newsSince, readLastVisit, rememberVisit } from './since-last.ts'

/** Away for less than this is the same visit. */
const awayMs = 20 * 60_000
const rememberEveryMs = 60_000

/** "Since you were last here": once on return, from what this device remembers, and gone with a press. */
export function SinceBanner() {
  const { t } = useWords()
  const goTo = useGoToBoard()
  const session = useSession()
  const news = useNews(session)
  const [isGone, setGone] = useState(false)
  if (!news || isGone) return null
  return (
    <section className={styles.since} aria-label={t('people.since')} data-region="">
      <h2>{t('people.since')}</h2>
      <div role="status">
        <ul>
          {news.boards.map(({ id, title, more }) => (
            <li key={id}>
              <button type="button" onClick={() => goTo(id)}>
                <bdi>{title}</bdi>
              </button>{' '}
              {t('people.since.notes', { count: more })}
            </li>
          ))}
          {news.votes > 0 && <li>{t('people.since.votes', { count: news.votes })}</li>}
          {news.decisions > 0 && <li>{t('people.since.decisions', { count: news.decisions })}</li>}
        </ul>
      </div>
      <Button size="small" variant="ink" onClick={() => setGone(true)}>
        {t('people.since.done')}
      </Button>
    </section>
  )
}

/** Compares once with the last visit, then remembers this one now and again. */
function useNews(session: WorkshopSession): News | null {
  const [news, setNews] = useState<News | null>(null)
  const counts = useRef<Record<string, number>>({})
  useEffect(() => {
    const before = readLastVisit(session.workshop)
    counts.current = { ...before?.boards }
    let isHere = true
    const remember = () => {
      countOpen(session, counts.current)
      rememberVisit(session, counts.current)
    }
    const look = async () => {
      if (before && Date.now() - before.at > awayMs && !savesData()) {
        await countAll(session, counts.current)
        if (isHere) setNews(newsSince(session, before, counts.current))
      }
      if (isHere) remember()
    }
    void look().catch(() => {})
    const timer = setInterval(remember, rememberEveryMs)
    addEventListener('pagehide', remember)
    return () => {
      isHere = false
      clearInterval(timer)
      removeEventListener('pagehide', remember)
    }
  }, [session])
  return news
}

/** Notes of the board on screen, which is open anyway. */
function countOpen(session: WorkshopSession, counts: Record<string, number>): void {
  for (const { id } of session.stage()?.boards ?? []) {
    const shown = document.getElementById(`tab-${id}`)?.getAttribute('aria-selected') === 'true'
    if (!shown) continue
    const held = session.openBoard(id)
    if (held?.board.isReady()) counts[id] = held.board.store.board(held.board.entry).notes.length
    held?.release()
  }
}

/** Notes of every board, asked of the server one after another. */
async function countAll(session: WorkshopSession, counts: Record<string, number>): Promise<void> {
  for (const { id } of session.stage()?.boards ?? []) {
    const answer = await session.api.fetch(`/boards/${encodeURIComponent(id)}`)
    const { notes } = (await answer.json()) as { notes?: unknown }
    if (Array.isArray(notes)) counts[id] = notes.length
  }
}
