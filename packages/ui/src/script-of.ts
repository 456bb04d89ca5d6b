const rightToLeft =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const anyLetter = /\p{L}/u
const arabic = /\p{Script=Arabic}/u
const burmese = /\p{Script=Myanmar}/u

/** Which way words run, by their first letter; undefined when there is no letter to tell by. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  if (!anyLetter.test(text)) return undefined
  return rightToLeft.test(text) ? 'rtl' : 'ltr'
}

/** The script that needs taller lines, when the words hold any of it. */
export function tallScriptOf(text: string): 'arabic' | 'burmese' | undefined {
  if (burmese.test(text)) return 'burmese'
  return arabic.test(text) ? 'arabic' : undefined
}
