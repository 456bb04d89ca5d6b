/** What is wrong with the line, without the address or what the server quotes. */
export function describeProblem(error: Error): string {
  if (/WRONGPASS|NOAUTH|NOPERM/.test(error.message))
    return 'Redis lets us not in: check the user and password in REDIS_URL'
  return 'Redis does not answer: nodes hear of each other through the database meanwhile'
}
