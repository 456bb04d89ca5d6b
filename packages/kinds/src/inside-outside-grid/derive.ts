export const deriveGrid = () => ({})
