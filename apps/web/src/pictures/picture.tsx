import type { ImageMedia, Media } from '@vispera/board'
import { Image as ImageIcon } from 'lucide-react'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useWords } from '../i18n/use-words.ts'
import { useSession } from '../session/session-context.ts'
import { DrawingSvg } from './drawing-svg.tsx'
import { imagesOf } from './images.ts'
import styles from './picture.module.css'

interface PictureProps {
  readonly media: Media
  /** The words beside it; what they say already is not said twice. */
  readonly words: string
}

/** What a note shows: its drawing at once, its image once it is in sight and its bytes have come. */
export function Picture({ media, words }: PictureProps) {
  const { t } = useWords()
  const said = media.alt.trim()
  const alt = said === '' ? t(`outline.picture.${media.kind}`) : said === words.trim() ? '' : said
  return media.kind === 'drawing' ? (
    <DrawingSvg drawing={media} alt={alt} />
  ) : (
    <ImagePicture media={media} alt={alt} />
  )
}

function ImagePicture({ media, alt }: { media: ImageMedia; alt: string }) {
  const { t } = useWords()
  const images = imagesOf(useSession())
  const { mediaId } = media
  const subscribe = useCallback(
    (listener: () => void) => images.subscribe(mediaId, listener),
    [images, mediaId],
  )
  const image = useSyncExternalStore(subscribe, () => images.look(mediaId))
  const room = useRef<HTMLDivElement>(null)
  const isNear = useIsNear(room)
  useEffect(() => {
    if (isNear && image.state === 'new' && !images.waitsToBeAsked) images.fetch(mediaId)
  }, [isNear, image, images, mediaId])

  if (image.state === 'there') {
    return <img src={image.url} alt={alt} className={styles.image} draggable={false} />
  }
  if (image.state === 'gone') {
    return (
      <div className={styles.instead}>
        <ImageIcon aria-hidden="true" />
        <span>{t('pictures.gone')}</span>
      </div>
    )
  }
  const asks = image.state === 'failed' || (image.state === 'new' && images.waitsToBeAsked)
  return (
    <div ref={room} className={styles.instead}>
      {asks ? (
        <button type="button" onClick={() => images.fetch(mediaId)}>
          {t(image.state === 'failed' ? 'pictures.again' : 'pictures.show')}
        </button>
      ) : (
        <ImageIcon aria-hidden="true" />
      )}
      {alt !== '' && <span className="visually-hidden">{alt}</span>}
    </div>
  )
}

/** Whether the element is in sight, or soon will be. */
function useIsNear(element: { readonly current: Element | null }): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (!element.current || isNear) return
    const watch = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: '300px' },
    )
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [element, isNear])
  return isNear
}
