import { compare, type Money, subtract, sum, zero } from '../../money/money.ts'
import { optional } from './optional.ts'
import type { Assessment } from './standing.ts'

/** One amount that the authority wants secured for a goods item, and what has become of it since. */
export interface Security {
  /** What it is for, the item, and the version that first states it: `MOD:1:2`; one for each within an entry. */
  readonly securityId: string
  readonly goodsItemNumber: number
  /** What it is for, by the authority's code. */
  readonly typeCode: string
  readonly amount: Money
  /** Version of the declaration that states it first. */
  readonly version: number
  /** How it was lowered, in the order of the versions; together at most the amount. */
  readonly lowerings: readonly SecurityLowering[]
}

/** A part of a security that a later version states no more. */
export interface SecurityLowering {
  /** Version of the declaration that states it lower. */
  readonly version: number
  /** What the authority decides about it at that moment, in its words. */
  readonly reason?: string
  readonly at?: string
  /** It became duty as far as the item owes more since; the rest goes back. */
  readonly taken: Money
  readonly returned: Money
}

/**
 * The securities that a declaration has had, from its final tax statements. Each version states all of
 * them anew, so what is stated higher is wanted more, what is stated lower was decided.
 *
 * @param assessments from the earliest to the one that counts
 * @param isSecurity whether a tax type is one of a security
 */
export function securitiesOf(
  assessments: readonly Assessment[],
  isSecurity: (taxType: string) => boolean,
): readonly Security[] {
  let securities: readonly Security[] = []
  let before: Assessment | undefined
  for (const assessment of lastFinalOfEachVersion(assessments)) {
    securities = restated(securities, { before, assessment, isSecurity })
    before = assessment
  }
  return securities
}

/** What of a security nobody has decided yet. */
export function openAmount({ amount, lowerings }: Security): Money {
  return lowerings.reduce(
    (left, { taken, returned }) => subtract(subtract(left, taken), returned),
    amount,
  )
}

function lastFinalOfEachVersion(assessments: readonly Assessment[]): readonly Assessment[] {
  const finals = assessments.filter(({ kind }) => kind === 'final')
  return finals.filter(({ version }, index) => finals[index + 1]?.version !== version)
}

interface Restatement {
  readonly before: Assessment | undefined
  readonly assessment: Assessment
  readonly isSecurity: (taxType: string) => boolean
}

/** CDS states every amount in pounds. */
const NOTHING = zero('GBP')

function restated(securities: readonly Security[], statement: Restatement): readonly Security[] {
  const { assessment, isSecurity } = statement
  const stated = new Map<string, Money>()
  for (const { taxType, goodsItemNumber, assessed } of assessment.taxLines) {
    if (!isSecurity(taxType) || assessed === undefined) continue
    const key = keyOf(taxType, goodsItemNumber)
    stated.set(key, sum([stated.get(key) ?? NOTHING, assessed], 'GBP'))
  }
  const known = securities.map(({ typeCode, goodsItemNumber }) => keyOf(typeCode, goodsItemNumber))
  const more = moreOwedByItem(statement)
  return [...new Set([...known, ...stated.keys()])].reduce(
    (all, key) => withStated(all, { key, amount: stated.get(key) ?? NOTHING, assessment, more }),
    securities,
  )
}

interface Stated {
  readonly key: string
  readonly amount: Money
  readonly assessment: Assessment
  /** What each item owes more than before, used up by what is taken for it. */
  readonly more: Map<number, Money>
}

function withStated(securities: readonly Security[], stated: Stated): readonly Security[] {
  const { key, amount, assessment } = stated
  const held = securities.filter(
    ({ typeCode, goodsItemNumber }) => keyOf(typeCode, goodsItemNumber) === key,
  )
  const difference = subtract(amount, sum(held.map(openAmount), 'GBP'))
  if (compare(difference, NOTHING) > 0) {
    const [typeCode = '', item = ''] = key.split(':')
    const { version } = assessment
    const securityId = `${key}:${version}`
    const wanted = { securityId, typeCode, goodsItemNumber: Number(item), version }
    return [...securities, { ...wanted, amount: difference, lowerings: [] }]
  }
  let left = subtract(NOTHING, difference)
  return securities.map((security) => {
    if (!held.includes(security) || compare(left, NOTHING) <= 0) return security
    const by = least(openAmount(security), left)
    left = subtract(left, by)
    return compare(by, NOTHING) > 0 ? lowered(security, by, stated) : security
  })
}

function lowered(security: Security, by: Money, { assessment, more }: Stated): Security {
  const { goodsItemNumber, lowerings } = security
  const owed = more.get(goodsItemNumber) ?? NOTHING
  const taken = least(by, owed)
  more.set(goodsItemNumber, subtract(owed, taken))
  const lowering = {
    version: assessment.version,
    ...optional('at', assessment.at),
    ...optional('reason', assessment.reason),
    ...{ taken, returned: subtract(by, taken) },
  }
  return { ...security, lowerings: [...lowerings, lowering] }
}

function moreOwedByItem({ before, assessment, isSecurity }: Restatement): Map<number, Money> {
  const owedIn = (statement: Assessment | undefined, item: number): Money =>
    sum(
      (statement?.taxLines ?? [])
        .filter((line) => line.goodsItemNumber === item && !isSecurity(line.taxType))
        .map(({ payable }) => payable ?? NOTHING),
      'GBP',
    )
  const items = new Set(assessment.taxLines.map(({ goodsItemNumber }) => goodsItemNumber))
  return new Map(
    [...items].map((item) => {
      const difference = subtract(owedIn(assessment, item), owedIn(before, item))
      return [item, compare(difference, NOTHING) > 0 ? difference : NOTHING]
    }),
  )
}

function keyOf(typeCode: string, goodsItemNumber: number): string {
  return `${typeCode}:${goodsItemNumber}`
}

function least(left: Money, right: Money): Money {
  return compare(left, right) < 0 ? left : right
}
