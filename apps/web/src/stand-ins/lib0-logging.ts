/** Yjs warns through lib0's logger, which brings colours, a DOM and a schema library along. The console is enough. */
const style = Symbol('style')

export { style as BOLD, style as ORANGE, style as RED, style as UNBOLD }

const words = (parts: readonly unknown[]) => parts.filter((part) => part !== style)

export const print = (...parts: readonly unknown[]): void => console.log(...words(parts))
export const warn = (...parts: readonly unknown[]): void => console.warn(...words(parts))
