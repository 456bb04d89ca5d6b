/** What a phone shows at first comes as one file. */
export { Outline } from '../../outline/outline.tsx'
export { PhoneLayout } from './phone-layout.tsx'
