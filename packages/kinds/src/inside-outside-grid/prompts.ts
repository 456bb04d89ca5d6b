export const gridPrompts = () => []
