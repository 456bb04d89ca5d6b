/** The end of the range of all texts that start with `prefix`, as SQLite orders them. */
export const beyond = (prefix: string): string => `${prefix}\u{10ffff}`
