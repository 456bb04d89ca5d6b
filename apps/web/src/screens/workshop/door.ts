/** What everybody in a workshop needs comes as one file. */
export { default as WorkshopPage } from '../join/workshop-page.tsx'
export { default as WorkshopScreen } from './workshop-screen.tsx'
