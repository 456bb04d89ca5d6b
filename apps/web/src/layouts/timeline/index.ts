import { onDemand } from '../../later/later.ts'
import type { LayoutModule } from '../layout.ts'
import { PosterCard, SceneCard } from './anchored.tsx'
import { arrangeBackwards } from './arrange-backwards.ts'
import { arrangeForwards } from './arrange-forwards.ts'
import { chainFacts } from './chain-facts.ts'
import type { TimelineFurniture as Furniture } from './furniture-types.ts'
import { Finale, FinaleScene, PlanLine } from './plan-looks.tsx'
import { TimelineFurniture } from './timeline-furniture.tsx'

export const timeline: LayoutModule<Furniture> = {
  arrange: (input) => (input.arrangement === 'forwards' ? arrangeForwards(input) : arrangeBackwards(input)),
  facts: chainFacts,
  grip: onDemand(async () => (await import('./drop-timeline.ts')).timelineGrip),
  Furniture: TimelineFurniture,
  looks: {
    scene: SceneCard,
    poster: PosterCard,
    plan: PlanLine,
    'finale-scene': FinaleScene,
    finale: Finale,
  },
  facing: 'reader',
  freeGround: false,
}
