import type { RuleOutcome } from './evaluate.ts'

/** The highest score; what would be more is no more urgent. */
export const HIGHEST_RISK_SCORE = 100

/** How urgently an officer looks at an entry. */
export type RiskLevel = 'none' | 'low' | 'medium' | 'high'

const MEDIUM_FROM = 30
const HIGH_FROM = 60

/** The sum of the weights of the rules that hit, at most {@link HIGHEST_RISK_SCORE}. */
export function riskScore(outcomes: readonly RuleOutcome[]): number {
  const sum = outcomes.reduce((total, { hit, weight }) => (hit ? total + weight : total), 0)
  return Math.min(sum, HIGHEST_RISK_SCORE)
}

/** The lowest score of each level, from the highest level to the lowest. */
export const riskLevels: readonly { readonly level: RiskLevel; readonly from: number }[] = [
  { level: 'high', from: HIGH_FROM },
  { level: 'medium', from: MEDIUM_FROM },
  { level: 'low', from: 1 },
  { level: 'none', from: 0 },
]

/** The level of a score. */
export function riskLevel(score: number): RiskLevel {
  return riskLevels.find(({ from }) => score >= from)?.level ?? 'none'
}
