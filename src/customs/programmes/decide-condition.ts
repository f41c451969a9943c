import { compareDecimals, percentOf } from '../money/decimal.ts'
import { inEasternTime } from './eastern-time.ts'
import {
  answerMissing,
  metalOriginMissing,
  metalWeightMissing,
  type MissingFact,
} from './missing-fact.ts'
import type { DecidableCondition } from './programmes.ts'
import type { Situation } from './situation.ts'

/** Whether a condition holds, or the fact that has to be known first. */
export type Verdict = 'holds' | 'fails' | MissingFact

/** Decides several conditions: one that fails settles it, whatever else is unknown. */
export function decideAll(
  conditions: readonly DecidableCondition[],
  situation: Situation,
): Verdict {
  const verdicts = conditions.map((condition) => decide(condition, situation))
  if (verdicts.includes('fails')) return 'fails'
  return verdicts.find((verdict) => typeof verdict === 'object') ?? 'holds'
}

function decide(condition: DecidableCondition, situation: Situation): Verdict {
  const { facts, declaredOn } = situation
  switch (condition.fact) {
    case 'preference-claimed':
      return verdictOf(facts.preferenceClaimed === condition.is)
    case 'heading-declared':
      return verdictOf(facts.declaredHeadings?.includes(condition.heading) ?? false)
    case 'loaded':
      return verdictOf(facts.loaded !== undefined && inEasternTime(facts.loaded) < condition.before)
    case 'answer':
      return decideAnswer(condition, situation)
    case 'metal-weight':
      return decideMetalWeight(condition, situation)
    case 'metal-made-in':
      return decideMetalOrigin(condition, situation)
    case 'us-content':
      return decideUsContent(condition, situation)
    case 'under-heading':
      return verdictOf([...declaredOn.keys()].some((heading) => condition.headings.has(heading)))
  }
}

function verdictOf(holds: boolean): Verdict {
  return holds ? 'holds' : 'fails'
}

type ConditionOn<Fact extends DecidableCondition['fact']> = Extract<
  DecidableCondition,
  { fact: Fact }
>

function decideAnswer(
  { question, is }: ConditionOn<'answer'>,
  { facts, questions }: Situation,
): Verdict {
  const answer = facts.answers?.[question]
  if (answer !== undefined) return verdictOf(answer === is)
  const asks = questions.get(question)
  if (asks === undefined) throw new Error(`the programmes hold no question ${question}`)
  return answerMissing(question, asks)
}

function decideMetalWeight(
  { atLeast, lessThan }: ConditionOn<'metal-weight'>,
  { facts }: Situation,
): Verdict {
  if (facts.metalWeightPercent === undefined) return metalWeightMissing
  const share = facts.metalWeightPercent
  const isEnough = atLeast === undefined || compareDecimals(share, atLeast) >= 0
  return verdictOf(isEnough && (lessThan === undefined || compareDecimals(share, lessThan) < 0))
}

function decideMetalOrigin(
  { metal, any, only }: ConditionOn<'metal-made-in'>,
  { facts }: Situation,
): Verdict {
  const countries = facts.metalMadeIn?.[metal]
  if (countries === undefined || countries.length === 0) return metalOriginMissing(metal)
  const isAmong = any === undefined || countries.includes(any)
  return verdictOf(isAmong && (only === undefined || countries.every((one) => one === only)))
}

/** The share is compared without a division, so nothing is rounded. */
function decideUsContent(
  { atLeast }: ConditionOn<'us-content'>,
  { facts, value }: Situation,
): Verdict {
  if (facts.usContentValueUsd === undefined) return 'fails'
  return verdictOf(compareDecimals(facts.usContentValueUsd, percentOf(value, atLeast)) >= 0)
}
