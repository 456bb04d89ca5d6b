/** Tabs of one browser do not talk past the server here (`disableBc`), so what they would talk through stays home. */
export const publish = (): void => {}
export const subscribe = (): void => {}
export const unsubscribe = (): void => {}
