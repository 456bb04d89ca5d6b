/** Always a browser here; lib0 looks for Node's process, parameters in the address and settings in the storage. */
export const isNode = false
export const isBrowser = true
export const getVariable = (): null => null
