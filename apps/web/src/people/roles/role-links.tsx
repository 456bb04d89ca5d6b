import type { Role } from '@vispera/board'
import { Button } from '@vispera/ui'
import { QrCode as QrIcon } from 'lucide-react'
import { useId, useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { CopyButton } from '../../screens/shared/copy-button.tsx'
import { QrCode } from '../../screens/shared/qr-code.tsx'
import styles from './role-links.module.css'

const inOrder: readonly Role[] = [
  'host',
  'facilitator',
  'scribe',
  'interpreter',
  'safety-keeper',
  'observer',
  'screen',
]

/** One link for each role that this person may hand on, with a sentence of what it lets people do. */
export function RoleLinks({ links }: { links: Readonly<Partial<Record<Role, string>>> }) {
  const { t } = useWords()
  const shown = inOrder.filter((role) => links[role] !== undefined)
  if (shown.length === 0) return null
  return (
    <section className={styles.roles}>
      <h3>{t('shell.share.others')}</h3>
      <ul>
        {shown.map((role) => (
          <RoleLink key={role} role={role} link={links[role] ?? ''} />
        ))}
      </ul>
      <p className={styles.hint}>{t('shell.share.others.hint')}</p>
    </section>
  )
}

function RoleLink({ role, link }: { role: Role; link: string }) {
  const { t } = useWords()
  const [isCode, setCode] = useState(false)
  const codeId = useId()
  const name = t(`shell.role.${role}`)
  return (
    <li>
      <p>
        <strong>{name}.</strong> {t(`people.can.${role}`)}
      </p>
      <LinkLine link={link} what={t('people.link.of', { role: name })} />
      <Button
        size="small"
        variant="quiet"
        aria-expanded={isCode}
        aria-controls={codeId}
        aria-label={t(isCode ? 'people.qr.hide.of' : 'people.qr.show.of', { role: name })}
        onClick={() => setCode(!isCode)}
      >
        <QrIcon aria-hidden="true" />
        {t(isCode ? 'people.qr.hide' : 'people.qr.show')}
      </Button>
      <div id={codeId}>
        {isCode && <QrCode text={link} label={t('people.qr.of', { role: name })} className={styles.qr} />}
      </div>
    </li>
  )
}

export function LinkLine({ link, what }: { link: string; what: string }) {
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
