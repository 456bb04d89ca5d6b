import { useWords } from '../../i18n/use-words.ts'
import type { FurnitureProps } from '../layout.ts'
import { at } from '../shared/at.ts'
import { ListHeadView } from '../shared/list-head.tsx'
import type { CanvasFurniture as Furniture } from './arrange-canvas.ts'
import { BandView } from './band-view.tsx'
import { Banner } from './banner.tsx'
import styles from './canvas.module.css'

/** The furniture of a canvas: banner, card, lists, strip. It cannot be moved; people write on top. */
export function CanvasFurniture({ furniture }: FurnitureProps<Furniture>) {
  const { t, dir } = useWords()
  const { banner, card, heads, strip, loose, bands } = furniture
  return (
    <>
      {bands.map((band, index) => (
        <BandView key={band.key} band={band} isFirst={index === 0} />
      ))}
      {banner && <Banner banner={banner} />}
      {card && (
        <>
          <div style={at(card.rect)} className={styles.card} />
          <ListHeadView head={card.head} />
        </>
      )}
      {heads.map((head) => (
        <ListHeadView key={head.key} head={head} />
      ))}
      {strip && (
        <>
          <div style={at(strip.rule)} className={styles.stripRule} />
          <div className={styles.strip}>
            <ListHeadView head={strip.head} />
          </div>
        </>
      )}
      {loose && (
        <p style={at({ ...loose, h: 24 })} className={styles.loose} dir={dir}>
          {t('surface.canvas.notYetTogether')}
        </p>
      )}
    </>
  )
}
