import type { Note } from '@vispera/board'
import type { ReactNode } from 'react'
import { settingKeys } from '../../actions/actions.ts'
import { useActions } from '../../actions/use-actions.ts'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import styles from './fields.module.css'

/** What is on or off for any note, and the lock of a settled card for those who lead. */
export function NoteToggles({ note }: { note: Note }) {
  const { t } = useWords()
  const { kind } = useBoardOnScreen()
  const session = useSession()
  const actions = useActions()
  const { layout } = kind
  const isClosed = !actions.canWrite()
  const canStandApart = layout.engine === 'canvas' && layout.apart !== undefined && note.kind !== layout.theme
  const lock = kind.settings.find(
    (setting) => setting.type === 'locked' && setting.id === settingKeys.locked(note.id),
  )
  return (
    <div className={styles.toggles}>
      <Toggle
        isOn={note.sensitivity !== undefined && note.sensitivity !== 'normal'}
        isClosed={isClosed}
        hint={t('outline.details.sensitiveHint')}
        onChange={(on) => actions.setSensitive([note.id], on)}
      >
        {t('outline.details.sensitive')}
      </Toggle>
      {canStandApart && (
        <Toggle
          isOn={note.keepSeparate === true}
          isClosed={isClosed}
          hint={t('outline.details.apartHint')}
          onChange={(on) => actions.keepApart(note.id, on)}
        >
          {t('outline.menu.apart')}
        </Toggle>
      )}
      {lock && (
        <Toggle
          isOn={actions.isLocked(note.id)}
          isClosed={!session.canLead()}
          hint={t('outline.details.lockHint')}
          onChange={(on) => actions.setSetting(lock.id, on ? true : null)}
        >
          {t(`${kind.id}.setting.${lock.id}.label`)}
        </Toggle>
      )}
    </div>
  )
}

function Toggle({
  isOn,
  isClosed,
  hint,
  onChange,
  children,
}: {
  isOn: boolean
  isClosed: boolean
  hint: string
  onChange: (on: boolean) => void
  children: ReactNode
}) {
  return (
    <label className={styles.toggle}>
      <input
        type="checkbox"
        checked={isOn}
        disabled={isClosed}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {children}
        <span className={styles.hint}>{hint}</span>
      </span>
    </label>
  )
}
