import { memo, useMemo, useSyncExternalStore } from 'react'
import { useBoardUi } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Arrangement, WallLink } from '../../layouts/layout.ts'
import { overlaps } from '../../layouts/shared/geometry.ts'
import { useWall } from '../wall-context.ts'
import styles from './links.module.css'

/** Links drawn at once, at most. */
const mostLinks = 600

export interface LinksLayerProps {
  readonly arranged: Arrangement
  readonly onOpen: (link: WallLink, at: { x: number; y: number }) => void
}

/** The links in sight, each with a halo of wall under it, an arrow, and its verb. */
export const LinksLayer = memo(function LinksLayer({ arranged, onOpen }: LinksLayerProps) {
  const { camera } = useWall()
  const cull = useSyncExternalStore(camera.subscribe, camera.cull)
  const links = useMemo(
    () => arranged.links.filter((link) => overlaps(grown(link), cull)).slice(0, mostLinks),
    [arranged, cull],
  )
  const focus = useBoardUi((ui) => (ui.selection.size === 1 ? ([...ui.selection][0] ?? null) : null))
  return (
    <>
      <svg className={styles.lines} width="1" height="1" aria-hidden="true">
        <defs>
          {(['ink', 'accent', 'hanging', 'return'] as const).map((tone) => (
            <marker
              key={tone}
              id={`arrow-${tone}`}
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerWidth="11"
              markerHeight="11"
              markerUnits="userSpaceOnUse"
              orient="auto"
              data-tone={tone}
            >
              <path d="M0 .5 10 5 0 9.5z" />
            </marker>
          ))}
        </defs>
        {links.map((link) => (
          <g key={link.id} data-tone={link.tone} data-line={link.line}>
            <path d={link.path} className={styles.halo} />
            <path d={link.path} className={styles.line} markerEnd={`url(#arrow-${link.tone})`} />
            {!link.derived && (
              // biome-ignore lint/a11y/noStaticElementInteractions: a wide invisible line for the pointer; the note's menu and the outline list links as text
              <path
                d={link.path}
                className={styles.touch}
                onPointerDown={(event) => event.stopPropagation()}
                onClick={(event) => onOpen(link, { x: event.clientX, y: event.clientY })}
              />
            )}
          </g>
        ))}
      </svg>
      {links.map((link) => (
        <LinkLabel
          key={link.id}
          link={link}
          isNear={link.from === focus || link.to === focus}
          onOpen={onOpen}
        />
      ))}
    </>
  )
})

interface LinkLabelProps {
  readonly link: WallLink
  readonly isNear: boolean
  readonly onOpen: LinksLayerProps['onOpen']
}

/** The verb on the line; where a note can be put in between, a plus when the hand or the choice is near. */
function LinkLabel({ link, isNear, onOpen }: LinkLabelProps) {
  const { t } = useWords()
  if (!link.label && !(link.splits && isNear)) return null
  const style = { left: link.middle[0], top: link.middle[1] }
  return (
    <button
      type="button"
      tabIndex={-1}
      className={link.label ? styles.label : styles.plus}
      data-tone={link.tone}
      style={style}
      aria-label={link.label ? link.sentence : t('surface.link.between')}
      title={link.sentence}
      dir="auto"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => !link.derived && onOpen(link, { x: event.clientX, y: event.clientY })}
    >
      {link.label ?? '+'}
    </button>
  )
}

const grown = ({ bounds }: WallLink) => ({
  x: bounds.x - 1,
  y: bounds.y - 1,
  w: bounds.w + 2,
  h: bounds.h + 2,
})
