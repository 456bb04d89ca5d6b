import { type ReactNode, useEffect, useRef } from 'react'
import styles from './surface.module.css'
import { useWall } from './wall-context.ts'

export interface WorldProps {
  /** Stands between the ground and the world, in screen pixels. */
  readonly under: ReactNode
  readonly children: ReactNode
}

/** How long after the last move the world is drawn sharp again. */
const restMs = 180

/**
 * The board's world: one element that the camera moves by one transform. While it moves it is a layer of its
 * own; at rest it is not, or its words would stay blurred at the zoom they were first drawn in.
 */
export function World({ under, children }: WorldProps) {
  const { camera } = useWall()
  const world = useRef<HTMLDivElement>(null)
  const ground = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined
    const place = () => {
      const { x, y, zoom } = camera.view()
      if (world.current) world.current.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`
      // The marks of the printer's sheet stand 128 pixels apart at any zoom; only where they begin moves.
      if (ground.current)
        ground.current.style.transform = `translate(${(x % 128) - 128}px, ${(y % 128) - 128}px)`
    }
    const move = () => {
      place()
      if (rest === undefined && world.current) world.current.style.willChange = 'transform'
      clearTimeout(rest)
      rest = setTimeout(() => {
        rest = undefined
        if (world.current) world.current.style.willChange = ''
      }, restMs)
    }
    place()
    const stop = camera.onMove(move)
    return () => {
      stop()
      clearTimeout(rest)
    }
  }, [camera])
  return (
    <>
      <div ref={ground} className={styles.ground} aria-hidden="true" />
      {under}
      <div ref={world} className={styles.world} dir="ltr" data-world="">
        {children}
      </div>
    </>
  )
}
