import { Dialog } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import { RenewLinks } from '../../people/roles/renew-links.tsx'
import { LinkLine, RoleLinks } from '../../people/roles/role-links.tsx'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { QrCode } from '../shared/qr-code.tsx'
import type { OverlayProps } from '../workshop/overlays.tsx'
import { spelled } from '../workshop/top-bar.tsx'
import { useInvitation } from '../workshop/use-invitation.ts'
import styles from './share-dialog.module.css'

/** How others get in: the code to read out, the QR code to hold up, the link to send. */
export default function ShareDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const session = useSession()
  const invitation = useInvitation()
  const links = invitation?.links ?? session.links
  const isClosed = useSessionValue(({ stage }) => stage()?.workshop.lobby === 'closed')
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
          {isClosed && <p>{t('people.door.closed.what')}</p>}
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
      <RoleLinks links={links} />
      <RenewLinks />
    </Dialog>
  )
}
