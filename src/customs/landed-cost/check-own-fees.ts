import { isLocalDate } from '../calendar/local-date.ts'
import { jsonPointer } from '../json-pointer.ts'
import { unknownCountry, unknownCurrency } from '../order/unknown-codes.ts'
import type { Failure } from '../result.ts'
import type { LandedCostBook } from './landed-cost-book.ts'
import type { OwnFee } from './own-fees.ts'

/**
 * What a schema cannot say of a table of fees: that each has a name of its own, also beside the charges of
 * the law and the fees of other tables, builds on what comes before it, reaches every amount, and
 * speaks of days, countries and currencies that exist. Places are those of `{ fees }`.
 *
 * @param taken ids of the fees of the business's other tables
 */
export function checkOwnFees(
  fees: readonly OwnFee[],
  { destinations, vocabulary }: Pick<LandedCostBook, 'destinations' | 'vocabulary'>,
  taken: ReadonlySet<string> = new Set(),
): readonly Failure[] {
  const ofTheLaw = new Set(
    [...destinations.values()].flatMap(({ regimes }) =>
      regimes.flatMap(({ charges }) => charges.map(({ id }) => id)),
    ),
  )
  const { countries, currencies } = vocabulary.knownCodes
  return fees.flatMap((fee, index) => {
    const place = (...parts: readonly (string | number)[]) => jsonPointer('fees', index, ...parts)
    const before = new Set(fees.slice(0, index).map(({ id }) => id))
    const isTaken = before.has(fee.id) || taken.has(fee.id) || ofTheLaw.has(fee.id)
    const isKnown = (charge: string) => before.has(charge) || ofTheLaw.has(charge)
    return [
      ...(isTaken ? [idTaken(place('id'), fee.id)] : []),
      ...chargesNamed(fee)
        .filter((charge) => !isKnown(charge))
        .map((charge) => notBefore(place('base'), charge)),
      ...(fee.destinations ?? [])
        .filter((country) => country !== 'EU' && !countries.has(country))
        .map((country) => unknownCountry(place('destinations'), country)),
      ...currenciesOf(fee)
        .filter((currency) => !currencies.has(currency))
        .map((currency) => unknownCurrency(place('rate'), currency)),
      ...(reachesAll(fee) ? [] : [scaleEnds(place('rate', 'steps'))]),
      ...(neverHolds(fee) ? [noWindow(place('validUntil'))] : []),
    ]
  })
}

function chargesNamed({ base }: OwnFee): readonly string[] {
  return (base?.sum ?? []).flatMap((part) => {
    const [kind, name] = part.split(':')
    return kind === 'charge' && name !== undefined ? [name] : []
  })
}

/** Every amount of the fee, also in its conditions, stands in a currency. */
function currenciesOf(fee: OwnFee): readonly string[] {
  const found = JSON.stringify([fee.rate, fee.when ?? []]).matchAll(/"currency":"([A-Z]{3})"/g)
  return [...new Set([...found].map(([, currency]) => currency!))]
}

/** The last step of a scale has no end, so that no amount is beyond it. */
function reachesAll({ rate }: OwnFee): boolean {
  return rate.from !== 'scale' || rate.steps.at(-1)?.upTo === undefined
}

function neverHolds({ validFrom, validUntil }: OwnFee): boolean {
  const days = [validFrom, validUntil].filter((day) => day !== undefined)
  if (!days.every(isLocalDate)) return true
  return validFrom !== undefined && validUntil !== undefined && validUntil <= validFrom
}

function idTaken(path: string, id: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `There is another fee or a charge of the law called ${id}, so a quote could not tell them apart.`,
    mend: 'Give the fee another id, such as the name of its carrier before it.',
    zh: {
      message: `已有名为 ${id} 的费用或法定费用，报价中无法区分。`,
      mend: '请换一个编号，例如在前面加上承运人名称。',
    },
  }
}

function notBefore(path: string, charge: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `The fee builds on ${charge}, which is neither a charge of the law nor a fee before it.`,
    mend: 'Put the fee that it builds on before it, or name a kind: charges-of-kind:customs-duty.',
    zh: {
      message: `该费用以 ${charge} 为基数，但它既不是法定费用，也不是前面的费用。`,
      mend: '请将作为基数的费用放在前面，或填写类别：charges-of-kind:customs-duty。',
    },
  }
}

function scaleEnds(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: 'The last step of the scale has an end, so some amounts would have no fee.',
    mend: 'Leave upTo out of the last step.',
    zh: { message: '最后一级有上限，部分金额将没有费用。', mend: '最后一级请勿填写 upTo。' },
  }
}

function noWindow(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message:
      'The fee holds on no day: its days do not exist, or the end does not come after the beginning.',
    mend: 'validUntil is the first day on which the fee is asked no more.',
    zh: {
      message: '该费用没有任何有效日期：日期不存在，或截止日不晚于起始日。',
      mend: 'validUntil 是不再收取该费用的第一天。',
    },
  }
}
