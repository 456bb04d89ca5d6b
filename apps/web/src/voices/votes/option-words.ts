import { shortWords } from '../../actions/action-context.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { Option } from './options.ts'

/** An option by its name, and what else to know it by. */
export function wordsOf(option: Option, { t }: Pick<Words, 't'>): { name: string; more: string } {
  switch (option.of) {
    case 'theme':
      return { name: shortWords(option.note, t), more: option.first ? shortWords(option.first, t, 90) : '' }
    case 'apart':
      return { name: t('voices.vote.apart'), more: shortWords(option.note, t, 400) }
    case 'note':
      return { name: shortWords(option.note, t, 400), more: '' }
    case 'link':
      return {
        name: t('voices.vote.link', {
          from: shortWords(option.from, t, 50),
          to: shortWords(option.to, t, 50),
        }),
        more: '',
      }
  }
}

/** An option in one breath: for labels and lists of names. */
export function nameOf(option: Option, words: Pick<Words, 't'>): string {
  const { name, more } = wordsOf(option, words)
  return option.of === 'apart' ? words.t('voices.vote.apartNamed', { name, words: more }) : name
}
