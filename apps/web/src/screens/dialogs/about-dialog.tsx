import { Dialog } from '@vispera/ui'
import { useWords } from '../../i18n/use-words.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'
import styles from './about-dialog.module.css'

/** Whose methods these are, and honestly who can read what. */
export default function AboutDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  return (
    <Dialog open title={t('shell.menu.about')} closeLabel={t('shell.close')} onClose={onClose}>
      <div className={styles.about}>
        <p>{t('shell.about.what')}</p>
        <h3>{t('shell.about.privacy')}</h3>
        <ul>
          {['none', 'server', 'link', 'device', 'copies', 'style'].map((line) => (
            <li key={line}>{t(`shell.about.privacy.${line}`)}</li>
          ))}
        </ul>
        <h3>{t('shell.about.methods')}</h3>
        <ul>
          {['vision', 'backcast', 'grid', 'groups'].map((line) => (
            <li key={line}>{t(`shell.about.methods.${line}`)}</li>
          ))}
        </ul>
        <h3>{t('shell.about.free')}</h3>
        <p>{t('shell.about.licence')}</p>
      </div>
    </Dialog>
  )
}
