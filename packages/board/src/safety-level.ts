export const safetyLevels = ['open', 'guarded', 'protected'] as const
export type SafetyLevel = (typeof safetyLevels)[number]
