import { Button } from '@vispera/ui'
import { type Ref, useRef } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { useGiveTime } from './use-give-time.ts'
import type { Group } from './use-groups.ts'

interface TimeActsProps {
  readonly groups: readonly Group[]
  /** How many minutes "set" gives. */
  readonly minutes: number
  /** The one group that it is about; all of them without. */
  readonly only?: Group
}

/** Set, lengthen and stop the time of one group, or of all. */
export function TimeActs({ groups, minutes, only }: TimeActsProps) {
  const { t } = useWords()
  const give = useGiveTime(groups, only?.id)
  const set = useRef<HTMLButtonElement>(null)
  const which = only ? t('people.groups.name', { number: only.number }) : t('people.groups.all')
  const isTimed = (only ? [only] : groups).some(({ endsAt }) => endsAt !== null)
  const act = (label: string, onClick: () => void, ref?: Ref<HTMLButtonElement>) => (
    <Button
      key={label}
      ref={ref}
      size="small"
      // What is said begins with what is seen, so that it can be asked for by voice.
      aria-label={t('people.groups.act.which', { act: label, group: which })}
      onClick={onClick}
    >
      {label}
    </Button>
  )
  const stop = () => {
    // This button goes with the timer: what may come next is another one.
    set.current?.focus()
    give.set(0)
  }
  return (
    <>
      {isTimed &&
        [1, 5].map((more) => act(t('people.groups.more', { count: more }), () => give.extend(more)))}
      {act(t('people.groups.set', { count: minutes }), () => give.set(minutes), set)}
      {isTimed && act(t('people.groups.stop'), stop)}
    </>
  )
}
