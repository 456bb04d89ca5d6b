import { useCallback, useMemo, useRef, useState } from 'react'
import { useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import type { WallLink } from '../layouts/layout.ts'
import { ArrangedProvider } from '../layouts/shared/arranged-context.ts'
import { useSession } from '../session/session-context.ts'
import { BoardDrag, DragGround } from './drag/board-drag.tsx'
import { DropHint } from './drag/drop-hint.tsx'
import { LinksLayer } from './links/links-layer.tsx'
import { NoteHandles } from './links/note-handles.tsx'
import { type WallMenu, WallMenus } from './links/wall-menus.tsx'
import { useArrangement } from './notes/use-arrangement.ts'
import { WallBody } from './notes/wall-body.tsx'
import { Cursors } from './presence/cursors.tsx'
import styles from './surface.module.css'
import { ArrangementTop } from './tools/arrangement-top.tsx'
import { BackToNotes } from './tools/back-to-notes.tsx'
import { Corner } from './tools/corner.tsx'
import { LinkHint } from './tools/link-hint.tsx'
import { ToolRail } from './tools/tool-rail.tsx'
import { useSurface } from './use-surface.ts'
import { useFrame, useNewWall } from './use-wall.ts'
import { WallProvider } from './wall-context.ts'

/** The board as a wall. */
export function Surface() {
  const { kind, open } = useBoardOnScreen()
  const { t, dir } = useWords()
  const arrangement = useArrangement()
  const { arranged, input, layout } = arrangement
  const wall = useNewWall(arrangement)
  const hasRail = kind.layout.engine === 'canvas'
  const canWrite = useSession().canWrite()
  const tool = useBoardUi((ui) => ui.tool)
  const isLinking = useBoardUi((ui) => ui.linking !== null)
  const [menu, setMenu] = useState<WallMenu | null>(null)
  const surface = useRef<HTMLDivElement>(null)
  useFrame(wall, { dir, hasRail, hasBar: input.arrangement === 'forwards' }, input)
  const { session, handlers, mayLift, noClick, link } = useSurface(wall, setMenu, surface)
  const openLink = useCallback(
    (chosen: WallLink, at: { x: number; y: number }) => setMenu({ of: 'link', link: chosen, at }),
    [],
  )
  const { Furniture } = layout
  const furniture = useMemo(
    () => <Furniture furniture={arranged.furniture} arranged={arranged} />,
    [Furniture, arranged],
  )
  return (
    <WallProvider value={wall}>
      <ArrangedProvider value={arranged}>
        <div ref={surface} className={styles.surface}>
          <BoardDrag session={session} mayLift={mayLift} onMoved={noClick}>
            <DragGround
              ref={wall.attach}
              className={styles.viewport}
              aria-label={t('surface.board', { board: open.entry.title })}
              tabIndex={arranged.readingOrder.length > 0 ? -1 : 0}
              data-tool={tool}
              data-linking={isLinking || undefined}
              {...handlers}
            >
              <WallBody arranged={arranged} input={input}>
                {furniture}
                <LinksLayer arranged={arranged} onOpen={openLink} />
                <NoteHandles onLink={link} onMenu={(id, at) => setMenu({ of: 'notes', ids: [id], at })} />
                <svg className={styles.rubber} width="1" height="1" aria-hidden="true">
                  <line data-rubber="" visibility="hidden" />
                </svg>
                <DropHint />
                <Cursors />
              </WallBody>
              <div className={styles.marquee} data-marquee="" hidden />
            </DragGround>
          </BoardDrag>
          {hasRail && <ToolRail />}
          <ArrangementTop furniture={arranged.furniture} />
          <LinkHint />
          <BackToNotes />
          <Corner withUndo={!hasRail && canWrite} />
          <WallMenus menu={menu} onClose={() => setMenu(null)} />
        </div>
      </ArrangedProvider>
    </WallProvider>
  )
}
