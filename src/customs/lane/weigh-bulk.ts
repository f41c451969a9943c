import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { sameFact } from '../consignment/same-fact.ts'
import { findDestination, type LandedCostBook } from '../landed-cost/landed-cost-book.ts'
import { add, compare, type Money } from '../money/money.ts'
import { moneyText } from '../money/money-text.ts'
import { isNorthernIreland } from '../northern-ireland/is-northern-ireland.ts'
import { isUkVatNumber } from '../order/uk-registration.ts'
import {
  checked,
  combine,
  failure,
  type Failure,
  type Result,
  resultOf,
  success,
} from '../result.ts'
import { intrinsicValue } from './intrinsic-value.ts'
import { goodsWithinRelief } from './low-value-goods.ts'
import { lowValueRelief } from './low-value-relief.ts'

/** What a bulk is weighed with. */
export interface BulkQuestion {
  readonly consignments: readonly Consignment[]
  readonly on: LocalDate
  readonly book: LandedCostBook
}

/** A consignment that may be in a bulk, with its value in the currency of the limit. */
export interface BulkMember {
  readonly consignment: Consignment
  readonly intrinsicValue: Money
}

/**
 * Whether consignments may be declared together as a bulk of low value (BIRDS): each to a recipient in
 * Great Britain, within the relief, UK VAT charged at its sale, not in the post; all of one recipient
 * together within the limit; all by one means of transport from one country to one place. Every
 * obstacle of every consignment is named, under `/<reference>`.
 *
 * Source: HMRC, Apply to import multiple low value parcels on one declaration (read 2026-11-23).
 */
export function weighBulk({ consignments, on, book }: BulkQuestion): Result<readonly BulkMember[]> {
  const destination = findDestination(book, 'GB')
  if (!destination.ok) return destination
  const relief = lowValueRelief(destination.value, on)
  if (relief === undefined) return failure(noRelief(on))
  const weighed = consignments.map((consignment) =>
    underReference(
      consignment,
      combine({
        member: memberOf(consignment, relief.limit, { on, book }),
        goods: checked(goodsOutside(goodsWithinRelief(consignment, relief))),
        terms: checked([...recipientOutside(consignment), ...vatNotAtSale(consignment)]),
      }),
    ),
  )
  const failures = weighed.flatMap((result) => (result.ok ? [] : result.failures))
  const members = weighed.flatMap((result) => (result.ok ? [result.value.member] : []))
  return resultOf(
    [...failures, ...travelApart(consignments), ...recipientsOverLimit(members, relief.limit)],
    () => members,
  )
}

function memberOf(
  consignment: Consignment,
  limit: Money,
  { on, book }: Omit<BulkQuestion, 'consignments'>,
): Result<BulkMember> {
  const value = intrinsicValue(consignment, limit, { on, rates: book.rates })
  if (!value.ok) return value
  if (value.value.isOverLimit) return failure(overLimit(value.value.value, limit))
  return success({ consignment, intrinsicValue: value.value.value })
}

/** Goods that the relief leaves out, such as excise goods, may not be in a bulk. */
function goodsOutside(goods: ReturnType<typeof goodsWithinRelief>): readonly Failure[] {
  if (!goods.ok) return goods.failures
  return goods.value === 'within-relief'
    ? []
    : [
        {
          code: 'not-covered',
          path: '/goodsItems',
          message:
            'Goods that the relief for low value leaves out may not be in a bulk declaration.',
          mend: 'Declare this consignment by itself (uk-cds-h1).',
          zh: {
            message: '不适用低价值减免的货物不得列入批量申报。',
            mend: '请单独申报此票货物（uk-cds-h1）。',
          },
        },
      ]
}

function recipientOutside({ deliverTo, transport }: Consignment): readonly Failure[] {
  const isBritish = deliverTo.country === 'GB' && !isNorthernIreland(deliverTo)
  return [
    ...(isBritish
      ? []
      : [
          {
            code: 'not-covered',
            path: '/deliverTo',
            message: 'Only recipients in Great Britain may be in a bulk declaration.',
            mend: 'Declare this consignment by itself.',
            zh: {
              message: '批量申报仅限大不列颠的收件人。',
              mend: '请单独申报此票货物。',
            },
          } satisfies Failure,
        ]),
    ...(transport.mode === 'post'
      ? [
          {
            code: 'not-covered',
            path: '/transport/mode',
            message: 'Parcels of the postal union may not be in a bulk declaration.',
            mend: 'Leave them to the postal operator.',
            zh: { message: '万国邮联的邮包不得列入批量申报。', mend: '请交由邮政经营者办理。' },
          } satisfies Failure,
        ]
      : []),
  ]
}

function vatNotAtSale({ saleVat }: Consignment): readonly Failure[] {
  if (saleVat !== undefined && isUkVatNumber(saleVat.registration)) return []
  return [
    {
      code: 'fact-missing',
      path: '/saleVat',
      message: 'A bulk declaration has no import VAT: UK VAT has to have been charged at the sale.',
      mend: 'State the UK VAT that was charged at sale, or declare this consignment by itself.',
      zh: {
        message: '批量申报不含进口增值税：须已在销售时收取英国增值税。',
        mend: '请填写销售时收取的英国增值税，或单独申报此票货物。',
      },
    },
  ]
}

/** What all consignments share, because the declaration says it once. */
function travelApart([first, ...others]: readonly Consignment[]): readonly Failure[] {
  if (first === undefined) return []
  return others.flatMap((other) =>
    sameFact(movementOf(first), movementOf(other))
      ? []
      : [
          {
            code: 'invalid-input',
            path: `/${other.reference}/transport`,
            message: `Consignment ${other.reference} does not travel as ${first.reference} does: country of dispatch, means of transport and place of presentation are one in a bulk.`,
            mend: 'Declare it in another bulk, or correct its transport.',
            zh: {
              message: `货物${other.reference}与${first.reference}的运输不一致：批量申报的发运国、运输工具和呈验地点须相同。`,
              mend: '请列入另一批量申报，或更正其运输信息。',
            },
          } satisfies Failure,
        ],
  )
}

function movementOf({ shipFrom, transport }: Consignment): object {
  const { mode, identity = '', goodsLocation = '' } = transport
  return { country: shipFrom.country, mode, identity, goodsLocation }
}

/** Several packets to one recipient count together. */
function recipientsOverLimit(members: readonly BulkMember[], limit: Money): readonly Failure[] {
  const totals = new Map<string, { readonly total: Money; readonly references: string[] }>()
  for (const { consignment, intrinsicValue: value } of members) {
    const { reference, parties, deliverTo } = consignment
    const recipient = JSON.stringify([parties.consignee.name, deliverTo])
    const known = totals.get(recipient)
    totals.set(recipient, {
      total: known === undefined ? value : add(known.total, value),
      references: [...(known?.references ?? []), reference],
    })
  }
  return [...totals.values()]
    .filter(({ total, references }) => references.length > 1 && compare(total, limit) > 0)
    .map(({ total, references }): Failure => ({
      code: 'invalid-input',
      path: `/${references.at(-1) ?? ''}`,
      message: `The packets ${references.join(', ')} to one recipient are worth ${moneyText(total)} together, over ${moneyText(limit)}.`,
      mend: 'Declare them outside the bulk, as one consignment.',
      zh: {
        message: `寄给同一收件人的${references.join('、')}合计价值${moneyText(total)}，超过${moneyText(limit)}。`,
        mend: '请作为一票货物在批量之外申报。',
      },
    }))
}

function overLimit(value: Money, limit: Money): Failure {
  return {
    code: 'invalid-input',
    path: '/goodsItems',
    message: `The goods are worth ${moneyText(value)}, over ${moneyText(limit)}, up to which they may be in a bulk declaration.`,
    mend: 'Declare this consignment by itself (uk-cds-h1).',
    zh: {
      message: `货物价值${moneyText(value)}，超过批量申报的限额${moneyText(limit)}。`,
      mend: '请单独申报此票货物（uk-cds-h1）。',
    },
  }
}

function noRelief(on: LocalDate): Failure {
  return {
    code: 'not-covered',
    path: '',
    message: `No limit for low-value consignments is loaded for ${on}.`,
    mend: 'Load the limit that was in force on that day.',
    zh: { message: `没有载入 ${on} 的低价值货物限额。`, mend: '请载入当日有效的限额。' },
  }
}

/** The failures of one consignment at their places under its reference. */
function underReference<T>({ reference }: Consignment, result: Result<T>): Result<T> {
  if (result.ok) return result
  const [first, ...others] = result.failures
  const placed = (one: Failure): Failure => ({ ...one, path: `/${reference}${one.path}` })
  return failure(placed(first), ...others.map(placed))
}
