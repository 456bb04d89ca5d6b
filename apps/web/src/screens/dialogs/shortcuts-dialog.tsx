import { Dialog, Kbd } from '@vispera/ui'
import { Fragment } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { usePreference } from '../../session/preferences.ts'
import type { OverlayProps } from '../workshop/overlays.tsx'
import { isMac, keyGroups } from './key-map.ts'
import styles from './shortcuts-dialog.module.css'

/** All keys on one sheet. */
export default function ShortcutsDialog({ onClose }: OverlayProps) {
  const { t } = useWords()
  const isKeyless = usePreference('no-single-keys')
  return (
    <Dialog
      open
      size="large"
      title={t('shell.menu.shortcuts')}
      closeLabel={t('shell.close')}
      onClose={onClose}
    >
      <p className={styles.note}>{t(isKeyless ? 'shell.keys.off' : 'shell.keys.on')}</p>
      <div className={styles.groups}>
        {keyGroups.map((group) => (
          <section key={group.id}>
            <h3>{t(`shell.keys.${group.id}`)}</h3>
            <dl className={styles.keys}>
              {group.keys.map(({ id, combinations }) => (
                <div key={id}>
                  <dt>{t(`shell.key.${id}`)}</dt>
                  <dd>
                    {combinations.map((keys, index) => (
                      <Fragment key={keys}>
                        {index > 0 && ' / '}
                        {keys.split('+').map((key) => (
                          <Kbd key={key}>{keyName(key, t)}</Kbd>
                        ))}
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function keyName(key: string, t: (id: string) => string): string {
  if (key === 'Mod') return isMac() ? '⌘' : t('shell.keyName.Ctrl')
  if (key === 'plus') return '+'
  return named.has(key) ? t(`shell.keyName.${key}`) : key
}

const named = new Set(['Shift', 'Enter', 'Esc', 'Tab', 'Delete', 'Space', 'Arrows', 'Wheel', 'Drag'])
