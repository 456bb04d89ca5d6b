/** A PDF maker whose compiler is not on this machine. */
process.once('message', () => process.send?.({ kind: 'unavailable', detail: 'no compiler here' }))
