import type { SaveStateProps } from '@vispera/ui'
import type { Words } from '../i18n/use-words.ts'
import type { SaveState } from './workshop-session.ts'

/** What to tell people of whether their words are safe: an icon's name and a sentence. */
export function saveWords(save: SaveState, t: Words['t']): { icon: SaveStateProps['state']; words: string } {
  switch (save.state) {
    case 'saved':
      return { icon: 'saved', words: t('shell.save.saved') }
    case 'saving':
      return { icon: 'saving', words: t('shell.save.saving') }
    case 'waiting':
      return { icon: 'waiting', words: t('shell.save.waiting', { count: save.waiting }) }
    case 'offline':
      return {
        icon: 'offline',
        words:
          save.waiting > 0
            ? t('shell.save.offlineWaiting', { count: save.waiting })
            : t('shell.save.offline'),
      }
    case 'storage-full':
      return { icon: 'failed', words: t('shell.save.full') }
    case 'refused':
      return { icon: 'failed', words: t('shell.save.refused') }
  }
}
