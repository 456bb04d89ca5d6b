import { useCallback, useMemo, useRef } from 'react'
import { useBoardOnScreen, useBoardUi } from '../board-ui/board-context.ts'
import { useNoteExtra } from '../board-ui/note-extras.ts'
import { useWords } from '../i18n/use-words.ts'
import { soon } from '../later/later.ts'
import { Part } from '../later/part.tsx'
import { useStands } from '../later/warm-up.ts'
import type { WallLink } from '../layouts/layout.ts'
import { ArrangedProvider } from '../layouts/shared/arranged-context.ts'
import { LookingBar } from '../looking/looking.tsx'
import { useIsPhone } from '../screens/shared/use-media.ts'
import { useSession } from '../session/session-context.ts'
import { panInstead } from './camera/pan-instead.ts'
import { useLentEye } from './camera/use-lent-eye.ts'
import { useHandsPart } from './hands/use-hands-part.ts'
import { handOn } from './hands/viewport-events.ts'
import { LinksLayer } from './links/links-layer.tsx'
import { useArrangement } from './notes/use-arrangement.ts'
import { WallBody } from './notes/wall-body.tsx'
import { useFocusOnArrival } from './select/use-focus-on-arrival.ts'
import styles from './surface.module.css'
import { ArrangementTop } from './tools/arrangement-top.tsx'
import { Corner } from './tools/corner.tsx'
import { ToolRail } from './tools/tool-rail.tsx'
import { useFrame, useNewWall } from './use-wall.ts'
import { WallProvider } from './wall-context.ts'

/** Who else is here is known once the board stands. */
const cursors = soon(() => import('./presence/cursors.tsx').then(({ Cursors }) => Cursors))
const nothing = {}

/** The board as a wall. */
export function Surface() {
  const { kind, open } = useBoardOnScreen()
  const { t, dir } = useWords()
  const arrangement = useArrangement()
  const { arranged, input, layout } = arrangement
  const wall = useNewWall(arrangement)
  const hasRail = kind.layout.engine === 'canvas'
  const canWrite = useSession().canWrite()
  const isPhone = useIsPhone()
  const stands = useStands()
  const tool = useBoardUi((ui) => ui.tool)
  const isLinking = useBoardUi((ui) => ui.linking !== null)
  const isSieved = useBoardUi((ui) => ui.sieve !== null)
  const surface = useRef<HTMLDivElement>(null)
  useFrame(
    wall,
    { dir, hasRail, hasBar: input.arrangement === 'forwards' || isSieved },
    input,
    arrangement.framing,
  )
  const hands = useHandsPart(wall)
  const WallLayer = useNoteExtra((extras) => extras.WallLayer)
  useLentEye(wall)
  const handlers = useMemo(() => handOn(wall.handlers), [wall])
  useFocusOnArrival(wall)
  const onScroll = useMemo(() => panInstead(wall.camera), [wall])
  const openLink = useCallback(
    (link: WallLink, at: { x: number; y: number }) => wall.menu.set({ of: 'link', link, at }),
    [wall],
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
          <section
            ref={wall.attach}
            className={styles.viewport}
            aria-label={t('surface.board', { board: open.entry.title })}
            tabIndex={arranged.readingOrder.length > 0 ? -1 : 0}
            data-tool={tool}
            data-linking={isLinking || undefined}
            {...handlers}
            onScroll={onScroll}
          >
            <WallBody arranged={arranged} input={input}>
              {furniture}
              <LinksLayer arranged={arranged} onOpen={openLink} />
              {hands && <hands.HandsInWorld />}
              {WallLayer && <WallLayer arranged={arranged} />}
              {stands && <Part of={cursors} with={nothing} />}
            </WallBody>
            <div className={styles.marquee} data-marquee="" hidden />
          </section>
          {hasRail && <ToolRail />}
          <ArrangementTop furniture={arranged.furniture} />
          <LookingBar on="wall" />
          <Corner withUndo={(!hasRail || isPhone) && canWrite} />
          {hands && <hands.Hands surface={surface} />}
        </div>
      </ArrangedProvider>
    </WallProvider>
  )
}
