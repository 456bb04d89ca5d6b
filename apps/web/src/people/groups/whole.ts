/** What somebody typed as a whole number within limits. */
export const whole = (text: string, least: number, most: number) =>
  Math.min(most, Math.max(least, Math.round(Number(text) || 0)))
