import { useWords } from '../../i18n/use-words.ts'
import { QrCode } from '../shared/qr-code.tsx'
import { spelled } from '../workshop/top-bar.tsx'
import { useInvitation } from '../workshop/use-invitation.ts'
import styles from './screen-view.module.css'

/** How to come in, for everybody who can see the wall. */
export function JoinCorner() {
  const { t } = useWords()
  const invitation = useInvitation()
  const link = invitation?.links.participant
  if (!invitation || (!link && !invitation.code)) return null
  return (
    <aside className={styles.corner} aria-label={t('shell.share')}>
      {link && <QrCode text={link} label={t('shell.share.qr')} className={styles.qr} />}
      <p className={styles.address}>{t('shell.screen.join')}</p>
      {invitation.code && (
        <p className={styles.code} dir="ltr">
          <span aria-hidden="true">{invitation.code}</span>
          <span className="visually-hidden">{spelled(invitation.code)}</span>
        </p>
      )}
      <p className={styles.address} dir="ltr">
        {location.host}
      </p>
    </aside>
  )
}
