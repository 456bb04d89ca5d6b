import { IconButton } from '@vispera/ui'
import { Maximize, Minus, Plus, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { frameAll, zoomAt, zoomStep } from '../camera/camera.ts'
import { useWall } from '../wall-context.ts'
import styles from './tools.module.css'
import { UndoRedo } from './undo-redo.tsx'

/** Smaller, larger, how large, and everything. Where there is no tool rail, undo and redo stand here too. */
export function ZoomControl({ withUndo }: { withUndo: boolean }) {
  const { camera, arranged } = useWall()
  const { t, number } = useWords()
  const canWrite = useSession().canWrite()
  const middle = () => [camera.size().w / 2, camera.size().h / 2] as const
  const step = (by: 1 | -1) => camera.glide(zoomAt(camera.goal(), middle(), zoomStep(camera.goal().zoom, by)))
  return (
    <fieldset className={styles.zoom} aria-label={t('surface.zoom')} data-zoom="">
      {withUndo && canWrite && (
        <UndoRedo undo={<Undo2 aria-hidden="true" />} redo={<Redo2 aria-hidden="true" />} />
      )}
      <IconButton label={t('surface.zoom.out')} shortcut="-" onClick={() => step(-1)}>
        <Minus aria-hidden="true" />
      </IconButton>
      <ZoomValue format={(zoom) => t('surface.zoom.percent', { percent: number(Math.round(zoom * 100)) })} />
      <IconButton label={t('surface.zoom.in')} shortcut="+" onClick={() => step(1)}>
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('surface.zoom.fit')}
        shortcut="Shift 1"
        onClick={() => camera.glide(frameAll(arranged().bounds, camera.size(), camera.insets()))}
      >
        <Maximize aria-hidden="true" />
      </IconButton>
    </fieldset>
  )
}

/** The zoom in words, written outside React: it changes with every step of the wheel. Pressing it gives 100 %. */
function ZoomValue({ format }: { format: (zoom: number) => string }) {
  const { camera } = useWall()
  const { t } = useWords()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    let shown = ''
    const show = () => {
      const words = format(camera.view().zoom)
      if (words !== shown && button.current) button.current.textContent = shown = words
    }
    show()
    return camera.onMove(show)
  }, [camera, format])
  return (
    <button
      ref={button}
      type="button"
      className={styles.percent}
      title={`${t('surface.zoom.full')} (Shift 0)`}
      onClick={() => {
        const { w, h } = camera.size()
        camera.glide(zoomAt(camera.view(), [w / 2, h / 2], 1))
      }}
    />
  )
}
