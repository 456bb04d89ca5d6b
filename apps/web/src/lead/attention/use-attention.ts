import { type Attention, readAttention } from '@vispera/board'
import { useFromStage } from '../../voices/from-stage.ts'

/** What those who lead ask of everyone just now. */
export const useAttention = (): Attention => useFromStage(readAttention)
