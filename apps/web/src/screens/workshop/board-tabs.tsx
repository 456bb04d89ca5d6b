import type { BoardEntry } from '@vispera/board'
import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Menu } from '../../later/menu.tsx'
import styles from './board-tabs.module.css'

interface BoardTabsProps {
  readonly boards: readonly BoardEntry[]
  readonly shown: string
  readonly onShow: (board: string) => void
}

/** The boards of the workshop as tabs: arrows move along, and what does not fit is in a menu at the end. */
export function BoardTabs({ boards, shown, onShow }: BoardTabsProps) {
  const { t, dir } = useWords()
  const strip = useRef<HTMLDivElement>(null)
  const isCut = useIsCut(strip, boards)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the strip scrolls when another board is shown
  useEffect(() => {
    const tab = strip.current?.querySelector('[aria-selected="true"]')
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown])

  function onKeyDown(event: KeyboardEvent) {
    const at = boards.findIndex((board) => board.id === shown)
    const next = boards[tabForKey(event.key, at, boards.length, dir)]
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onShow(next.id)
    strip.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }

  const entries = boards.map((board) => ({
    id: board.id,
    label: board.title,
    checked: board.id === shown,
    onSelect: () => onShow(board.id),
  }))
  return (
    <>
      <div
        ref={strip}
        role="tablist"
        aria-label={t('shell.boards')}
        className={styles.tabs}
        onKeyDown={onKeyDown}
      >
        {boards.map((board) => (
          <button
            key={board.id}
            type="button"
            role="tab"
            id={`tab-${board.id}`}
            aria-selected={board.id === shown}
            aria-controls="board"
            tabIndex={board.id === shown ? 0 : -1}
            className={styles.tab}
            onClick={() => onShow(board.id)}
          >
            <span dir="auto">{board.title}</span>
          </button>
        ))}
      </div>
      {isCut && (
        <Menu label={t('shell.allBoards')} iconOnly variant="quiet" sections={[{ id: 'boards', entries }]}>
          <ChevronDown aria-hidden="true" />
        </Menu>
      )}
    </>
  )
}

/** The tab that a key leads to; undefined for keys that are not for tabs. */
export function tabForKey(key: string, at: number, count: number, dir: 'ltr' | 'rtl'): number {
  const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return (at + 1) % count
  if (key === back) return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return -1
}

/** Whether some of the tabs are out of sight. */
function useIsCut(strip: React.RefObject<HTMLDivElement | null>, boards: readonly BoardEntry[]): boolean {
  const [isCut, setCut] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other boards make another width
  useEffect(() => {
    const element = strip.current
    if (!element) return
    const measure = () => setCut(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [boards, strip])
  return isCut
}
