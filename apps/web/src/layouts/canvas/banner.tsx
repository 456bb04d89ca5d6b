import { useLayoutEffect, useRef } from 'react'
import { useBoard, useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { bindWords, settingText } from '../../note/bind-words.ts'
import { useSession } from '../../session/session-context.ts'
import { at } from '../shared/at.ts'
import type { CanvasFurniture } from './arrange-canvas.ts'
import styles from './canvas.module.css'

/** The day being pictured: a line that everybody writes together, on the horizon with a sun not quite risen. */
export function Banner({ banner }: { banner: NonNullable<CanvasFurniture['banner']> }) {
  const { dir } = useWords()
  const session = useSession()
  const words = String(useBoard().settings[banner.setting] ?? '')
  return (
    <div style={at(banner.rect)} className={styles.banner} dir={dir}>
      <p className={styles.bannerLabel}>{banner.label}</p>
      {session.canWrite() ? (
        <BannerField banner={banner} />
      ) : (
        <h2 className={styles.bannerWords} dir={words === '' ? dir : 'auto'}>
          {words || banner.placeholder}
        </h2>
      )}
      <HorizonSun />
    </div>
  )
}

function BannerField({ banner }: { banner: NonNullable<CanvasFurniture['banner']> }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { open } = useBoardOnScreen()
  const session = useSession()
  const { dir } = useWords()
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const show = (value: string) => element.setAttribute('dir', value === '' ? dir : 'auto')
    return bindWords(element, settingText(open.doc, banner.setting, session.history), show)
  }, [open, session, banner.setting, dir])
  return (
    <textarea
      ref={area}
      rows={1}
      maxLength={600}
      // Off the tab order: the wall is one tab stop; the outline has this field as well.
      tabIndex={-1}
      aria-label={banner.label}
      placeholder={banner.placeholder}
      className={styles.bannerWords}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (!event.nativeEvent.isComposing && (event.key === 'Escape' || event.key === 'Enter')) {
          event.preventDefault()
          event.currentTarget.blur()
        }
      }}
      onPointerDown={(event) => event.stopPropagation()}
    />
  )
}

/** A half sun on the banner's rule: a vermilion disc and its key line, a little out of register. */
function HorizonSun() {
  return (
    <svg viewBox="0 0 62 32" className={styles.horizonSun} aria-hidden="true">
      <path d="M1 31.5a28 28 0 0 1 56 0z" fill="var(--poster-vermilion)" />
      <path d="M4 31.5a28 28 0 0 1 56 0" fill="none" stroke="var(--ink)" strokeWidth="1.6" />
    </svg>
  )
}
