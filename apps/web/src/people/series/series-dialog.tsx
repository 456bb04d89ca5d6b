import { type Gathering, nightsIn } from '@vispera/board'
import { Button, Dialog } from '@vispera/ui'
import { CalendarPlus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { SelectField } from '../../lead/panel/select-field.tsx'
import { saveFile } from '../../screens/dialogs/save-file.ts'
import { Problem } from '../../screens/shared/problem.tsx'
import { useRequest } from '../../screens/shared/use-request.ts'
import type { OverlayProps } from '../../screens/workshop/overlays.tsx'
import { useSession } from '../../session/session-context.ts'
import { GatheringForm } from './gathering-form.tsx'
import { GatheringItem } from './gathering-item.tsx'
import { pickZone, placeOf, useMyZone, zoneChoices } from './my-zone.ts'
import styles from './series.module.css'
import { useGatherings } from './use-gatherings.ts'

/** When the workshop meets, on the reader's own clock, and for those who lead the way to change it. */
export default function SeriesDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const gatherings = useGatherings()
  const zone = useMyZone()
  const [edited, setEdited] = useState<Gathering | 'new' | null>(null)
  const { error, run } = useRequest()
  const zones = gatherings.map(({ start }) => start.zone)
  const leads = session.canLead()

  const save = () =>
    run(async () => {
      const answer = await session.api.fetch('/calendar')
      saveFile(await answer.blob(), `${session.stage()?.workshop.title ?? 'vispera'}.ics`)
    })

  return (
    <Dialog
      open
      size="large"
      title={t('people.series')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        edited === null && (
          <>
            {gatherings.length > 0 && (
              <Button onClick={() => void save()}>
                <CalendarPlus aria-hidden="true" />
                {t('people.series.calendar')}
              </Button>
            )}
            {leads && (
              <Button variant="ink" onClick={() => setEdited('new')}>
                <Plus aria-hidden="true" />
                {t('people.series.add')}
              </Button>
            )}
          </>
        )
      }
    >
      {edited !== null ? (
        <GatheringForm gathering={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
      ) : (
        <div className={styles.series}>
          <SelectField
            label={t('people.series.zone')}
            value={zone}
            options={zoneChoices([zone, ...zones])}
            onChange={pickZone}
          />
          {gatherings.length === 0 && <p className={styles.hint}>{t('people.series.none')}</p>}
          <ol className={styles.list}>
            {gatherings.map((gathering) => (
              <GatheringItem
                key={gathering.id}
                gathering={gathering}
                zone={zone}
                onEdit={leads ? () => setEdited(gathering) : undefined}
              />
            ))}
          </ol>
          {gatherings.length > 0 && <Fairness gatherings={gatherings} zones={[zone, ...zones]} />}
          <Problem id={error} />
        </div>
      )}
    </Dialog>
  )
}

/** Who meets at night: said for every zone of the series and the reader's own, never scored. */
function Fairness({ gatherings, zones }: { gatherings: readonly Gathering[]; zones: readonly string[] }) {
  const { t, number } = useWords()
  const counted = nightsIn(gatherings, zones)
  const of = counted[0]?.of ?? 0
  if (of === 0) return null
  const atNight = counted.filter(({ nights }) => nights > 0)
  return (
    <section className={styles.fair}>
      <h3>{t('people.series.night')}</h3>
      {atNight.length === 0 ? (
        <p>{t('people.series.night.none')}</p>
      ) : (
        <ul>
          {atNight.map(({ zone, nights }) => (
            <li key={zone}>
              {t('people.series.night.in', { place: placeOf(zone), count: nights, of: number(of) })}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.hint}>{t('people.series.night.how')}</p>
    </section>
  )
}
