import { type InkName, inkNames, type PenWidth, penWidths } from '@vispera/board'
import { Button, classes, Dialog, IconButton } from '@vispera/ui'
import { Trash2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { AltField } from './alt-field.tsx'
import { Strokes } from './drawing-svg.tsx'
import { attachPen, padSize } from './pen.ts'
import inkStyles from './picture.module.css'
import styles from './picture-dialog.module.css'
import type { PictureDialogProps } from './picture-dialog.tsx'
import { asDrawing, fitted, type Point, simplify } from './simplify.ts'
import { useSketch } from './sketches.ts'
import { usePut } from './use-put.ts'

interface Pen {
  readonly ink: InkName
  readonly width: PenWidth
}

/** A pad to draw on with a finger, a pen or a mouse. What is drawn stays on it until it is put on the board. */
export function DrawDialog({ wish, onClose }: PictureDialogProps) {
  const { t } = useWords()
  const { ui } = useBoardOnScreen()
  const sketch = useSketch(ui)
  const put = usePut(wish)
  const [pen, setPen] = useState<Pen>({ ink: 'ink', width: 9 })
  const [isFull, setFull] = useState(false)
  const { strokes, alt } = sketch
  const isEmpty = strokes.length === 0
  const isWords = isEmpty && alt.trim() !== '' && wish.noteId === undefined

  function addLine(points: readonly Point[]) {
    const next = fitted([...strokes, { ...pen, points: simplify(points) }])
    setFull(next === null)
    if (next) sketch.draw(next)
  }

  function finish() {
    const words = alt.trim()
    if (!put(isEmpty ? null : asDrawing(strokes, words), words)) return
    sketch.forget()
    onClose()
  }

  return (
    <Dialog
      open
      title={t('pictures.draw.title')}
      closeLabel={t('pictures.close')}
      onClose={onClose}
      className={styles.dialog}
      footer={
        <>
          <Button onClick={onClose}>{t('pictures.later')}</Button>
          <Button variant="ink" disabled={isEmpty && !isWords} onClick={finish}>
            {t(wish.put ? 'pictures.putDown' : isWords ? 'pictures.draw.putWords' : 'pictures.put')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Pad
          pen={pen}
          strokes={strokes}
          onLine={addLine}
          label={t('pictures.draw.pad', { count: strokes.length })}
        />
        <div className={styles.tools}>
          <Pens pen={pen} onChange={setPen} />
          <div className={styles.acts}>
            <IconButton
              label={t('pictures.draw.undo')}
              disabled={sketch.past.length === 0}
              onClick={sketch.undo}
            >
              <Undo2 aria-hidden="true" />
            </IconButton>
            <IconButton label={t('pictures.draw.clear')} disabled={isEmpty} onClick={sketch.clear}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </div>
        </div>
        <p role="status" className={isFull ? styles.problem : 'visually-hidden'}>
          {isFull ? t('pictures.draw.full') : t('pictures.draw.lines', { count: strokes.length })}
        </p>
        <p className={styles.hint}>{t('pictures.draw.how')}</p>
        <AltField wish={wish} value={alt} onChange={sketch.say} />
      </div>
    </Dialog>
  )
}

interface PadProps {
  readonly pen: Pen
  readonly strokes: React.ComponentProps<typeof Strokes>['strokes']
  readonly onLine: (points: readonly Point[]) => void
  readonly label: string
}

function Pad({ pen, strokes, onLine, label }: PadProps) {
  const pad = useRef<SVGSVGElement>(null)
  const live = useRef<SVGPathElement>(null)
  const finish = useRef(onLine)
  finish.current = onLine
  useEffect(() => {
    if (!pad.current || !live.current) return
    return attachPen(pad.current, live.current, (points) => finish.current(points))
  }, [])
  return (
    <svg
      ref={pad}
      role="img"
      aria-label={label}
      data-pad=""
      className={classes(inkStyles.drawing, styles.pad)}
      viewBox={`0 0 ${padSize.width} ${padSize.height}`}
    >
      <Strokes strokes={strokes} />
      <path ref={live} className={inkStyles[pen.ink]} strokeWidth={pen.width} />
    </svg>
  )
}

/** Inks and widths, one of each, as native radios: arrows walk them. */
function Pens({ pen, onChange }: { pen: Pen; onChange: (pen: Pen) => void }) {
  const { t } = useWords()
  return (
    <>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{t('pictures.draw.ink')}</legend>
        {inkNames.map((ink) => (
          <label key={ink} className={styles.choice} title={t(`pictures.ink.${ink}`)}>
            <input
              type="radio"
              name="ink"
              checked={ink === pen.ink}
              onChange={() => onChange({ ...pen, ink })}
            />
            <span className="visually-hidden">{t(`pictures.ink.${ink}`)}</span>
            <svg aria-hidden="true" viewBox="0 0 24 24" className={inkStyles.drawing}>
              <path d="M12 12h.01" className={inkStyles[ink]} strokeWidth="20" />
            </svg>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">{t('pictures.draw.width')}</legend>
        {penWidths.map((width) => (
          <label key={width} className={styles.choice} title={t(`pictures.width.${width}`)}>
            <input
              type="radio"
              name="width"
              checked={width === pen.width}
              onChange={() => onChange({ ...pen, width })}
            />
            <span className="visually-hidden">{t(`pictures.width.${width}`)}</span>
            <svg aria-hidden="true" viewBox="0 0 24 24" className={inkStyles.drawing}>
              <path d="M5 18L19 6" className={inkStyles.ink} strokeWidth={width / 2} />
            </svg>
          </label>
        ))}
      </fieldset>
    </>
  )
}
