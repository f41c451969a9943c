import { factNeeded, longerCodeNeeded } from '../landed-cost/fact-needed.ts'
import type { QuoteLine } from '../landed-cost/quote-request.ts'
import type { Failure } from '../result.ts'
import { all, type Answer, answerOf, any, not, unknownFor } from './answer.ts'
import type { Condition } from './condition.ts'
import type { ConditionFacts } from './condition-facts.ts'
import { goodsGroup, isInGroup } from './goods-group.ts'
import { valueHolds } from './value-holds.ts'

/** Whether all conditions of a rule hold; behind one that does not none is looked at. */
export function conditionsHold(conditions: readonly Condition[], facts: ConditionFacts): Answer {
  const answers: Answer[] = []
  for (const condition of conditions) {
    const answer = conditionHolds(condition, facts)
    if (answer.is === 'no') return answer
    answers.push(answer)
  }
  return all(answers)
}

/** Whether one condition holds, or which fact is missing to say so. */
export function conditionHolds(condition: Condition, facts: ConditionFacts): Answer {
  const { request } = facts
  switch (condition.fact) {
    case 'value':
      return valueHolds(condition, facts)
    case 'channel':
      return answerOf(condition.oneOf.includes(request.channel))
    case 'transport-mode':
      return request.transportMode === undefined
        ? unknownFor(modeMissing)
        : answerOf(condition.oneOf.includes(request.transportMode))
    case 'buyer':
      return answerOf(condition.oneOf.includes(request.buyer.kind))
    case 'purpose':
      return answerOf(condition.oneOf.includes(request.purpose))
    case 'registration':
      return all([
        answerOf(condition.has === undefined || request.registrations.includes(condition.has)),
        answerOf(condition.lacks === undefined || !request.registrations.includes(condition.lacks)),
      ])
    case 'shipped-from':
      return answerOf(isAmong(request.shipFrom.country, condition))
    case 'delivered-to':
      return answerOf(isAmong(request.destination.country, condition))
    case 'origin':
      return all(linesAsked(facts).map(([, index]) => originHolds(condition, facts, index)))
    case 'pieces':
      return answerOf(piecesOf(request.lines) <= condition.atMost)
    case 'region':
      return request.destination.region === undefined
        ? unknownFor(regionMissing)
        : answerOf(condition.oneOf.includes(request.destination.region))
    case 'goods':
      return goodsHold(condition, facts)
  }
}

function piecesOf(lines: readonly QuoteLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** The countries that a condition names or leaves out. */
interface Countries {
  readonly oneOf?: readonly string[] | undefined
  readonly noneOf?: readonly string[] | undefined
}

function isAmong(country: string, { oneOf, noneOf }: Countries): boolean {
  return (oneOf?.includes(country) ?? true) && !(noneOf?.includes(country) ?? false)
}

/** The line that is asked about, or all of them. */
function linesAsked({
  request: { lines },
  lineIndex,
}: ConditionFacts): readonly (readonly [QuoteLine, number])[] {
  const numbered = lines.map((line, index) => [line, index] as const)
  return lineIndex === undefined ? numbered : numbered.slice(lineIndex, lineIndex + 1)
}

function originHolds(condition: Countries, { request }: ConditionFacts, lineIndex: number): Answer {
  const { origin } = request.lines[lineIndex]!
  return origin === undefined
    ? unknownFor(factNeeded('origin', { request, lineIndex }))
    : answerOf(isAmong(origin, condition))
}

/** A code shorter than a group's may belong to it or not, so it does not say. */
function goodsHold(
  { every, any: some, none }: Extract<Condition, { fact: 'goods' }>,
  facts: ConditionFacts,
): Answer {
  return all([
    every === undefined ? answerOf(true) : all(belongTo(every, facts)),
    some === undefined ? answerOf(true) : any(belongTo(some, facts)),
    none === undefined ? answerOf(true) : not(any(belongTo(none, facts))),
  ])
}

/** Whether the goods of each line that is asked about belong to a group. */
function belongTo(id: string, facts: ConditionFacts): readonly Answer[] {
  const group = goodsGroup(facts.destination, id)
  return linesAsked(facts).map(([{ commodityCode }, lineIndex]) => {
    const line = { request: facts.request, lineIndex }
    if (commodityCode === undefined) return unknownFor(factNeeded('commodityCode', line))
    const within = isInGroup(group, commodityCode)
    return within === 'cannot-say'
      ? unknownFor(longerCodeNeeded(commodityCode, line))
      : answerOf(within)
  })
}

const modeMissing: Failure = {
  code: 'fact-missing',
  path: '/transportMode',
  message: 'A charge depends on whether the goods come by air, sea, road or rail.',
  mend: 'State the mode of transport at the border.',
  zh: { message: '有一项费用取决于货物的运输方式。', mend: '请填写进境时的运输方式。' },
}

/** Rules of the region decide, and nobody has said which it is. */
export const regionMissing: Failure = {
  code: 'fact-missing',
  path: '/destination/region',
  message: 'Taxes differ between the regions of the destination, and the region is not stated.',
  mend: 'State the state or province of delivery, such as ON.',
  zh: { message: '目的地各地区税率不同，而地区没有填写。', mend: '请填写收货的州或省，如 ON。' },
}
