import type { Role } from '@vispera/board'
import { Dialog } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { useSession } from '../../session/session-context.ts'
import { CopyButton } from '../shared/copy-button.tsx'
import { QrCode } from '../shared/qr-code.tsx'
import type { OverlayProps } from '../workshop/overlays.tsx'
import { spelled } from '../workshop/top-bar.tsx'
import { useInvitation } from '../workshop/use-invitation.ts'
import styles from './share-dialog.module.css'

/** Links that a facilitator hands on beside the participants' own; each says what it lets people do. */
const otherRoles: readonly Role[] = [
  'facilitator',
  'scribe',
  'interpreter',
  'safety-keeper',
  'observer',
  'screen',
]

/** How others get in: the code to read out, the QR code to hold up, the link to send. */
export default function ShareDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const invitation = useInvitation()
  const links = invitation?.links ?? session.links
  const others = otherRoles.filter((role) => links[role] !== undefined)
  return (
    <Dialog open size="large" title={t('shell.share')} closeLabel={t('shell.close')} onClose={onClose}>
      <div className={styles.ways}>
        {links.participant && (
          <QrCode text={links.participant} label={t('shell.share.qr')} className={styles.qr} />
        )}
        <div className={styles.words}>
          {invitation?.code && (
            <section>
              <h3>{t('shell.share.code')}</h3>
              <p className={styles.code} dir="ltr">
                <span aria-hidden="true">{invitation.code}</span>
                <span className="visually-hidden">{spelled(invitation.code)}</span>
              </p>
              <p className={styles.hint}>{t('shell.share.code.how', { address: location.host })}</p>
            </section>
          )}
          {links.participant ? (
            <section>
              <h3>{t('shell.share.link')}</h3>
              <LinkLine link={links.participant} what={t('shell.share.link')} />
              <p className={styles.hint}>{t('shell.share.link.hint')}</p>
            </section>
          ) : (
            <p>{t('shell.share.none')}</p>
          )}
        </div>
      </div>
      {others.length > 0 && (
        <section className={styles.roles}>
          <h3>{t('shell.share.others')}</h3>
          <ul>
            {others.map((role) => (
              <li key={role}>
                <p>
                  <strong>{t(`shell.role.${role}`)}</strong> {t(`shell.share.role.${role}`)}
                </p>
                <LinkLine link={links[role] ?? ''} what={t(`shell.role.${role}`)} />
              </li>
            ))}
          </ul>
          <p className={styles.hint}>{t('shell.share.others.hint')}</p>
        </section>
      )}
    </Dialog>
  )
}

function LinkLine({ link, what }: { link: string; what: string }) {
  return (
    <div className={styles.link}>
      <input
        readOnly
        value={link}
        dir="ltr"
        aria-label={what}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={link} what={what} />
    </div>
  )
}
