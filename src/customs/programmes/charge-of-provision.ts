import type { BilingualText } from '../bilingual-text.ts'
import {
  compareDecimals,
  decimal,
  type DecimalText,
  multiplyDecimals,
  percentOf,
  shortest,
  subtractDecimals,
} from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import { divideAndRound } from '../money/rounding.ts'
import { present } from '../present.ts'
import type { Programme, Provision } from './programmes.ts'
import type { Situation } from './situation.ts'
import type { ProgrammeCharge } from './stacking.ts'
import { partName } from './value-part.ts'

/** What a provision comes to: its heading, its amount, and the arithmetic in words. */
interface Reckoning {
  readonly heading: string | undefined
  readonly amount: DecimalText
  readonly formula: BilingualText
}

const NOTHING = decimal('0')

/**
 * The line of a provision on a part of the value; none where nothing is declared. Exact: the
 * percentage is a factor of hundredths, and nothing is divided or rounded.
 */
export function chargeOf(
  { programme, provision }: { readonly programme: Programme; readonly provision: Provision },
  base: DecimalText,
  situation: Situation,
): ProgrammeCharge | undefined {
  const { heading, amount, formula } = reckon(provision, base, situation)
  if (heading === undefined) return undefined
  return present({
    programme: programme.id,
    authority: programme.authority,
    name: provision.about ?? programme.name,
    heading,
    mode: provision.mode,
    baseUsd: shortest(base),
    percent: provision.percent,
    amountUsd: amount,
    formula,
    law: provision.law,
    inForce: provision.window,
    endedBy: provision.endedBy,
  })
}

function reckon(provision: Provision, base: DecimalText, situation: Situation): Reckoning {
  const { heading, percent = NOTHING, mode } = provision
  const product = percentOf(base, percent)
  const part = partName(provision.part, compareDecimals(base, situation.value) === 0)
  switch (mode) {
    case 'adds':
    case 'replaces': {
      const factors = `${dollars(base)} × ${percent}% = ${dollars(product)}`
      return {
        heading,
        amount: product,
        formula: { en: `${part.en} ${factors}`, zh: `${part.zh} ${factors}` },
      }
    }
    case 'minimum-total':
      return topUp(provision, { part, base, total: product }, situation)
    case 'exempts':
    case 'prohibits':
    case 'unresolved':
      return {
        heading,
        amount: NOTHING,
        formula: {
          en: `nothing is due on the ${part.en} ${dollars(base)}`,
          zh: `${part.zh} ${dollars(base)} 无需缴纳`,
        },
      }
  }
}

/** A share that does not come out even is cut, far finer than any cent. */
const CUT_SHARE = { decimals: 18, rounding: 'truncate' } as const

/** What the duty of the schedule, as far as it falls on the part, lacks to reach the total. */
function topUp(
  { heading, headingWhenReached = heading, percent = NOTHING }: Provision,
  {
    part,
    base,
    total,
  }: {
    readonly part: BilingualText
    readonly base: DecimalText
    readonly total: DecimalText
  },
  { scheduleDuty, value }: Situation,
): Reckoning {
  const dutyOnPart =
    compareDecimals(base, value) === 0
      ? scheduleDuty
      : shortest(divideAndRound(multiplyDecimals(scheduleDuty, base), value, CUT_SHARE))
  const duty = dollars(dutyOnPart)
  if (compareDecimals(dutyOnPart, total) >= 0) {
    return {
      heading: headingWhenReached,
      amount: NOTHING,
      formula: {
        en: `the duty of the schedule, ${duty}, reaches ${percent}% of the ${part.en} ${dollars(base)}`,
        zh: `税则关税 ${duty} 已达到${part.zh} ${dollars(base)} 的 ${percent}%`,
      },
    }
  }
  const lacking = subtractDecimals(total, dutyOnPart)
  const sum = `${dollars(base)} × ${percent}% = ${dollars(total)}`
  return {
    heading,
    amount: lacking,
    formula: {
      en: `${part.en} ${sum}, less the duty of the schedule ${duty} = ${dollars(lacking)}`,
      zh: `${part.zh} ${sum}，减去税则关税 ${duty} = ${dollars(lacking)}`,
    },
  }
}

function dollars(amount: DecimalText): string {
  return moneyText({ amount: shortest(amount), currency: 'USD' })
}
