import { Big } from 'big.js'
import type { BilingualText } from '../bilingual-text.ts'
import { decimal, fromBig } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import type { Programme, Provision } from './programmes.ts'
import type { Situation } from './situation.ts'
import type { ProgrammeCharge } from './stacking.ts'
import { partName } from './value-part.ts'

/** What a provision comes to: its heading, its amount, and the arithmetic in words. */
interface Reckoning {
  readonly heading: string | undefined
  readonly amount: Big
  readonly formula: BilingualText
}

const NOTHING = decimal('0')

/**
 * The line of a provision on a part of the value; none where nothing is declared. Exact: the
 * percentage is a factor of hundredths, and nothing is divided or rounded.
 */
export function chargeOf(
  { programme, provision }: { readonly programme: Programme; readonly provision: Provision },
  base: Big,
  situation: Situation,
): ProgrammeCharge | undefined {
  const { heading, amount, formula } = reckon(provision, base, situation)
  if (heading === undefined) return undefined
  return {
    programme: programme.id,
    authority: programme.authority,
    name: provision.about ?? programme.name,
    heading,
    mode: provision.mode,
    baseUsd: fromBig(base),
    ...(provision.percent !== undefined && { percent: provision.percent }),
    amountUsd: fromBig(amount),
    formula,
    law: provision.law,
    inForce: provision.window,
    ...(provision.endedBy && { endedBy: provision.endedBy }),
  }
}

function reckon(provision: Provision, base: Big, situation: Situation): Reckoning {
  const { heading, percent = NOTHING, mode } = provision
  const product = base.times(percent).times('0.01')
  const part = partName(provision.part, base.eq(situation.value))
  switch (mode) {
    case 'adds':
    case 'replaces': {
      const factors = (name: string) =>
        `${name} ${dollars(base)} × ${percent}% = ${dollars(product)}`
      return {
        heading,
        amount: product,
        formula: { en: factors(part.en), zh: factors(part.zh) },
      }
    }
    case 'minimum-total':
      return topUp(provision, { part, base, total: product }, situation)
    case 'exempts':
    case 'prohibits':
    case 'unresolved':
      return {
        heading,
        amount: new Big(0),
        formula: {
          en: `nothing is due on the ${part.en} ${dollars(base)}`,
          zh: `${part.zh} ${dollars(base)} 无需缴纳`,
        },
      }
  }
}

/** Decimals of a share that does not come out even; far finer than any cent. */
const SHARE_DECIMALS = 18

/** What the duty of the schedule, as far as it falls on the part, lacks to reach the total. */
function topUp(
  { heading, headingWhenReached = heading, percent = NOTHING }: Provision,
  { part, base, total }: { readonly part: BilingualText; readonly base: Big; readonly total: Big },
  { scheduleDuty, value }: Situation,
): Reckoning {
  const dutyOnPart = base.eq(value) ? scheduleDuty : share(scheduleDuty.times(base), value)
  const duty = dollars(dutyOnPart)
  if (dutyOnPart.gte(total)) {
    return {
      heading: headingWhenReached,
      amount: new Big(0),
      formula: {
        en: `the duty of the schedule, ${duty}, reaches ${percent}% of the ${part.en} ${dollars(base)}`,
        zh: `税则关税 ${duty} 已达到${part.zh} ${dollars(base)} 的 ${percent}%`,
      },
    }
  }
  const lacking = total.minus(dutyOnPart)
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

/** A quotient, cut where it does not end. */
function share(dividend: Big, divisor: Big): Big {
  const Precise = Big()
  Precise.DP = SHARE_DECIMALS
  Precise.RM = 0
  return new Big(new Precise(dividend.toFixed()).div(divisor.toFixed()).toFixed())
}

function dollars(amount: Big): string {
  return moneyText({ amount: fromBig(amount), currency: 'USD' })
}
