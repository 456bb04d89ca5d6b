import { maxFieldLength } from '@vispera/board'
import type { Setting } from '@vispera/kinds'
import { useId, useMemo } from 'react'
import { useBoardOnScreen } from '../board-ui/board-context.ts'
import { useWords } from '../i18n/use-words.ts'
import { settingText } from '../note/bind-words.ts'
import { SharedArea } from '../note/shared-area.tsx'
import { useSession } from '../session/session-context.ts'
import styles from './outline-settings.module.css'

/** What the group says of the board as a whole, such as the day being pictured. */
export function OutlineSettings() {
  const { kind } = useBoardOnScreen()
  const texts = kind.settings.filter((setting) => setting.type === 'text')
  return texts.map((setting) => <SettingField key={setting.id} setting={setting} />)
}

function SettingField({ setting }: { setting: Setting }) {
  const { t } = useWords()
  const { open, kind } = useBoardOnScreen()
  const session = useSession()
  const labelId = useId()
  const text = useMemo(() => settingText(open.doc, setting.id, session.history), [open, setting.id, session])
  return (
    <div className={styles.setting}>
      <p id={labelId} className={styles.label}>
        {t(`${kind.id}.setting.${setting.id}.label`)}
      </p>
      <SharedArea
        text={text}
        limit={maxFieldLength}
        look="bare"
        isClosed={!session.canWrite()}
        labelledBy={labelId}
        placeholder={t(`${kind.id}.setting.${setting.id}.placeholder`)}
        className={styles.words}
      />
    </div>
  )
}
