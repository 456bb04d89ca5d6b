import type { Kind } from '@vispera/kinds'
import { useId, useMemo, useState } from 'react'
import { settingKeys } from '../actions/actions.ts'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useDerived } from '../board-ui/use-derived.ts'
import { useWords } from '../i18n/use-words.ts'
import { readChain } from '../layouts/timeline/derived.ts'
import { settingText } from '../note/bind-words.ts'
import { SharedArea } from '../note/shared-area.tsx'
import { useSession } from '../session/session-context.ts'
import styles from './outline-names.module.css'

type Part = Parameters<typeof settingKeys.label>[0]

/** Names are short; they stand over columns. */
const longestName = 80

/** The group's own names for rows, columns, threads and places. Empty, the method's word stands. */
export function OutlineNames() {
  const { t } = useWords()
  const canWrite = useSession().canWrite()
  const [isOpen, setOpen] = useState(false)
  if (!canWrite) return null
  return (
    <details className={styles.names} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('outline.names')}</summary>
      {isOpen && (
        <>
          <p className={styles.hint}>{t('outline.names.hint')}</p>
          <NameFields />
        </>
      )}
    </details>
  )
}

function NameFields() {
  const { kind } = useBoardOnScreen()
  const { depth } = readChain(useDerived())
  // The columns of a path, from today on: where stretches of time may begin.
  const columns = [...new Set(depth.values())].filter((at) => at > 1).sort((a, b) => b - a)
  return (
    <div className={styles.fields}>
      {namedParts(kind, columns.map(String)).map(({ part, id }) => (
        <NameField key={`${part} ${id}`} part={part} id={id} />
      ))}
    </div>
  )
}

/** Everything on a board of this kind that a group may call by its own name. */
function namedParts(kind: Kind, columns: readonly string[]): { part: Part; id: string }[] {
  const { layout } = kind
  const named = (part: Part, ids: readonly string[]) => ids.map((id) => ({ part, id }))
  const zones = kind.zones.filter((zone) => zone.holds === 'list' || zone.holds === 'main')
  return [
    ...(layout.engine === 'grid' ? [...named('row', layout.rows), ...named('column', layout.columns)] : []),
    ...(layout.engine === 'timeline' ? [...named('lane', layout.lanes), ...named('band', columns)] : []),
    ...named(
      'zone',
      zones.filter((zone) => zone.holds === 'list' || layout.engine === 'canvas').map((zone) => zone.id),
    ),
  ]
}

function NameField({ part, id }: { part: Part; id: string }) {
  const { t } = useWords()
  const { open, kind } = useBoardOnScreen()
  const { history } = useSession()
  const fieldId = useId()
  const key = settingKeys.label(part, id)
  const text = useMemo(() => settingText(open.doc, key, history), [open, key, history])
  const isBand = part === 'band'
  const given = isBand ? t('outline.names.band', { depth: Number(id) }) : t(`${kind.id}.${part}.${id}.label`)
  return (
    <div>
      <label htmlFor={fieldId}>{given}</label>
      <SharedArea
        text={text}
        limit={longestName}
        look="framed"
        isClosed={false}
        id={fieldId}
        placeholder={isBand ? t('outline.names.bandHint') : given}
      />
    </div>
  )
}
