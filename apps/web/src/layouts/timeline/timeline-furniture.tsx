import { Swatch } from '@vispera/ui'
import { Unlink } from 'lucide-react'
import { settingKeys } from '../../actions/actions.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import type { FurnitureProps } from '../layout.ts'
import { at } from '../shared/at.ts'
import { FoldButton } from '../shared/fold-button.tsx'
import { ListHeadView } from '../shared/list-head.tsx'
import { WallLabel } from '../shared/wall-label.tsx'
import { AskBefore } from './ask-before.tsx'
import type { TimelineFurniture as Furniture } from './furniture-types.ts'
import { laneKey, type Stub } from './lanes.ts'
import { PlanFurniture } from './later-plan.tsx'
import styles from './timeline.module.css'

/** Today, the threads, the columns, and what hangs. */
export function TimelineFurniture({ furniture, arranged }: FurnitureProps<Furniture>) {
  return (
    <>
      <Today furniture={furniture} />
      {furniture.mode === 'backwards' ? (
        <Backwards furniture={furniture} arranged={arranged} />
      ) : (
        <PlanFurniture furniture={furniture} />
      )}
    </>
  )
}

function Today({ furniture }: { furniture: Furniture }) {
  const { t, dir } = useWords()
  return (
    <div style={at(furniture.today)} className={styles.today} dir={dir} data-mode={furniture.mode}>
      <span>
        <b>{t('surface.timeline.today')}</b>
      </span>
    </div>
  )
}

function Backwards({ furniture }: FurnitureProps<Furniture>) {
  const { t, dir, number } = useWords()
  return (
    <>
      {furniture.columns.map(({ depth, rect }) => (
        <div key={depth} style={at(rect)} className={styles.column} dir={dir}>
          <b>{number(depth)}</b> <span>{t('surface.timeline.stepsBefore', { count: depth })}</span>
        </div>
      ))}
      {furniture.bands.map((band) => (
        <BandView key={band.depth} band={band} />
      ))}
      {furniture.lanes.map((lane) => (
        <Lane key={lane.id ?? ''} lane={lane} />
      ))}
      {furniture.sentences.map((sentence) => (
        <p key={sentence.key} style={at(sentence.rect)} className={styles.sentence} dir={dir}>
          <Unlink aria-hidden="true" />
          <span>{sentence.words}</span>
        </p>
      ))}
      <div style={at(furniture.sideRule)} className={styles.sideRule} />
      {furniture.heads.map((head) => (
        <ListHeadView key={head.key} head={head} />
      ))}
      <AskBefore />
    </>
  )
}

/** "this month", "before the budget": a stretch of time that the group names. */
function BandView({ band }: { band: Furniture['bands'][number] }) {
  const { t, dir } = useWords()
  const canWrite = useSession().canWrite()
  if (band.name === '' && !canWrite) return null
  return (
    <div style={at(band.rect)} className={styles.band} dir={dir} data-empty={band.name === '' || undefined}>
      <WallLabel
        label={band.name || t('surface.timeline.bandEmpty')}
        setting={settingKeys.label('band', String(band.depth))}
      />
    </div>
  )
}

function Lane({ lane }: { lane: Furniture['lanes'][number] }) {
  const { dir } = useWords()
  return (
    <>
      <div style={at({ ...lane.rect, h: 1.4 })} className={styles.hairline} />
      <div style={at(lane.head)} className={styles.laneHead} dir={dir}>
        <div className={styles.laneName}>
          <Swatch color={lane.color} className={styles.swatch} />
          <WallLabel
            label={lane.label}
            setting={lane.id === null ? null : settingKeys.label('lane', lane.id)}
            className={styles.laneLabel}
          />
        </div>
        <div className={styles.laneFold}>
          <FoldButton of={laneKey(lane.id)} name={lane.label} isNeeded={lane.count > 0} />
        </div>
        <Meter meter={lane.meter} />
      </div>
      {lane.stubs.map((stub) => (
        <LaneStub key={stub.key} lane={lane} stub={stub} />
      ))}
    </>
  )
}

/** What stands for the folded steps of one column, so that the path can still be followed through them. */
function LaneStub({ lane, stub }: { lane: Furniture['lanes'][number]; stub: Stub }) {
  const { t, dir } = useWords()
  const { ui } = useBoardOnScreen()
  return (
    <button
      type="button"
      tabIndex={-1}
      style={at(stub.rect)}
      className={styles.stub}
      dir={dir}
      title={t('surface.unfold', { name: lane.label })}
      onClick={() => ui.fold([laneKey(lane.id)], false)}
    >
      {t('surface.timeline.steps', { count: stub.ids.length })}
    </button>
  )
}

/** How many of a thread's chains end in something true now or startable now. Words, never a score. */
function Meter({ meter }: { meter: Furniture['lanes'][number]['meter'] }) {
  const { t } = useWords()
  if (!meter) return <p className={styles.meterWords}>{t('surface.timeline.noChain')}</p>
  const [reaching, leaves] = meter
  return (
    <>
      <div className={styles.meter} data-hangs={reaching === 0 || undefined}>
        <div style={{ inlineSize: `${(100 * reaching) / leaves}%` }} />
      </div>
      <p className={styles.meterWords} data-hangs={reaching < leaves || undefined}>
        {t(reaching < leaves ? 'surface.timeline.meterHangs' : 'surface.timeline.meterReaches', {
          reaching,
          leaves,
          hanging: leaves - reaching,
        })}
      </p>
    </>
  )
}
