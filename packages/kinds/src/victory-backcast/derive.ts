export const deriveBackcast = () => ({})
