/** The end of the range of all texts that start with `prefix`, in the order of their bytes. */
export const beyond = (prefix: string): string => `${prefix}\u{10ffff}`
