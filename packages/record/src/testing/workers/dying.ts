/** A PDF maker that dies as native code does. */
process.once('message', () => process.abort())
