export { arrangeForwards } from './arrange-forwards.ts'
export { PlanFurniture } from './plan-furniture.tsx'
export { Finale, FinaleScene, PlanLine } from './plan-looks.tsx'
