import { fetchActions } from '../actions/create-actions.ts'
import { addWords } from '../i18n/catalogue.ts'
import { type Later, later } from '../later/later.ts'

const words = {
  en: () => import('../messages/pictures/en.json'),
  es: () => import('../messages/pictures/es.json'),
  ar: () => import('../messages/pictures/ar.json'),
}

/** Each part comes with the words of all of them. */
const part = <T>(load: () => Promise<T>): Later<T> =>
  later(async () => {
    const [code] = await Promise.all([load(), addWords(words)])
    return code
  })

/** Most boards show no picture: what it takes comes once one does, or somebody wants to make one. */
export const pictureParts = {
  picture: part(() => import('./picture.tsx').then(({ Picture }) => Picture)),
  dialog: part(async () => {
    // What is drawn without a connection is to be seen without one.
    const [{ PictureDialog }] = await Promise.all([
      import('./picture-dialog.tsx'),
      import('./picture.tsx'),
      fetchActions(),
    ])
    return PictureDialog
  }),
  drop: part(() => import('./picture-drop.tsx').then(({ PictureDrop }) => PictureDrop)),
  field: part(() => import('./picture-field.tsx').then(({ PictureField }) => PictureField)),
}
