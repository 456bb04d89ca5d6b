/** What a wide screen shows at first comes as one file. */
export { Surface } from '../../surface/surface.tsx'
export { WideLayout } from './wide-layout.tsx'
