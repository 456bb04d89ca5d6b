import { onDemand } from '../../later/later.ts'
import type { LayoutModule } from '../layout.ts'
import { PosterCard, SceneCard } from './anchored.tsx'
import { arrangeBackwards } from './arrange-backwards.ts'
import { chainFacts } from './chain-facts.ts'
import type { TimelineFurniture as Furniture } from './furniture-types.ts'
import { Finale, FinaleScene, PlanLine, plan } from './later-plan.tsx'
import { TimelineFurniture } from './timeline-furniture.tsx'

export const timeline: LayoutModule<Furniture> = {
  arrange(input) {
    const forwards = input.arrangement === 'forwards' ? plan.now() : undefined
    return (forwards?.arrangeForwards ?? arrangeBackwards)(input)
  },
  extra: (arrangement) => (arrangement === 'forwards' ? plan : undefined),
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
