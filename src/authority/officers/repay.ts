import {
  addDecimals,
  compareDecimals,
  decimal,
  isPositive,
  multiplyDecimals,
  sumOfDecimals,
  type DecimalText,
} from '../../customs/money/decimal.ts'
import { divideAndRound } from '../../customs/money/rounding.ts'
import { checked, failure, success, type Result } from '../../customs/result.ts'
import { negated, type AccountBook } from '../processing/account-book.ts'
import { note, unchanged, type LodgementChange, type NewCharge } from '../processing/change.ts'
import { refused, unknownItem, wrongState, type Desk } from './decision.ts'

/** How much of a goods item has gone back or was destroyed, in the unit in which it was bought. */
export interface ReturnedGoods {
  readonly goodsItem: number
  readonly returned: string
  /** All that was declared of it. */
  readonly of: string
}

/** What is given back of one tax of one goods item, in pounds. */
export interface RepaidLine {
  readonly sequence: number
  readonly taxType: string
  readonly amountGbp: DecimalText
  /** How it was paid, to which it comes back: `E` deferment, `A` cash. */
  readonly method: string
}

/** What an officer gives back. */
export interface RepaymentOrder {
  /** The thread of the claim. */
  readonly claim: string
  readonly goods: readonly ReturnedGoods[]
  /** A registered business takes import VAT back on its own return, and not by a claim (C&E1179). */
  readonly withoutVat: boolean
  /** What was given back on claims before. */
  readonly earlier: readonly RepaidLine[]
}

/** What a claim comes to, and how it is written down. */
export interface Repayment {
  readonly change: LodgementChange
  readonly lines: readonly RepaidLine[]
}

/**
 * Gives back the share of each tax that was paid for goods which went back or were destroyed: to the
 * account that was charged, in cash what was paid in cash. The declaration and its assessment stay.
 */
export function repay(desk: Desk, order: RepaymentOrder, accounts: AccountBook): Result<Repayment> {
  const wrong = wrongState(desk, ['cleared'])
  if (wrong !== undefined) return wrong
  const known = checked(
    order.goods.flatMap(({ goodsItem }, index) =>
      unknownItem(desk, goodsItem, `/goods/${index}/goodsItem`),
    ),
  )
  if (!known.ok) return known
  const lines = linesOf(desk, order)
  if (!lines.ok) return lines
  if (lines.value.length === 0) return nothingPaid()
  const change = {
    ...unchanged(desk.lodgement),
    charges: charges(desk, { lines: lines.value, claim: order.claim, accounts }),
  }
  const detail = { claim: order.claim, goods: order.goods, lines: lines.value }
  return success({
    change: note(change, { actor: desk.officer, what: 'repaid a claim', detail }),
    lines: lines.value,
  })
}

function linesOf({ facts }: Desk, order: RepaymentOrder): Result<readonly RepaidLine[]> {
  const lines: RepaidLine[] = []
  for (const [index, { goodsItem, returned, of }] of order.goods.entries()) {
    const [share, whole] = [decimal(returned), decimal(of)]
    if (!isPositive(share) || compareDecimals(share, whole) > 0) return noShare(index)
    const item = facts?.assessment.items.find(({ sequence }) => sequence === goodsItem)
    for (const { taxType, payableGbp, paymentMethodCode: method } of item?.taxLines ?? []) {
      if (method === undefined || (order.withoutVat && taxType === IMPORT_VAT)) continue
      const part = multiplyDecimals(payableGbp, share)
      const amountGbp = divideAndRound(part, whole, { decimals: 2, rounding: 'truncate' })
      if (!isPositive(amountGbp)) continue
      const before = order.earlier.filter(
        (line) => line.sequence === goodsItem && line.taxType === taxType,
      )
      const together = addDecimals(amountGbp, sumOfDecimals(before.map((line) => line.amountGbp)))
      if (compareDecimals(together, payableGbp) > 0) return moreThanPaid(index)
      lines.push({ sequence: goodsItem, taxType, amountGbp, method })
    }
  }
  return success(lines)
}

const IMPORT_VAT = 'B00'
const DEFERMENT = 'E'

interface Given {
  readonly lines: readonly RepaidLine[]
  readonly claim: string
  readonly accounts: AccountBook
}

function charges(desk: Desk, { lines, claim, accounts }: Given): readonly NewCharge[] {
  const [accountNumber] = desk.lodgement.declaration.defermentAccounts
  const methods = [...new Set(lines.map(({ method }) => method))]
  return methods.map((method) => {
    const sums = lines.filter((line) => line.method === method).map((line) => line.amountGbp)
    const amountGbp = negated(sumOfDecimals(sums))
    const given = { method, amountGbp, reference: claim, claim }
    if (method !== DEFERMENT || accountNumber === undefined) return given
    accounts.book(accountNumber, amountGbp)
    return { ...given, accountNumber }
  })
}

function noShare(index: number): ReturnType<typeof failure> {
  return failure({
    code: 'invalid-input',
    path: `/goods/${index}/returned`,
    message: 'More is said to have gone back than was declared, or nothing.',
    mend: 'State how much of the item went back or was destroyed, and how much there was of it.',
    zh: {
      message: '退运或销毁数量须大于零且不超过申报数量。',
      mend: '请填写该项退运或销毁的数量及申报数量。',
    },
  })
}

function moreThanPaid(index: number): ReturnType<typeof failure> {
  return failure({
    code: 'conflict',
    path: `/goods/${index}`,
    message: 'More would be given back for this item than was paid; claims before have had a part.',
    mend: 'Look at what was given back before, and accept the rest alone.',
    zh: {
      message: '该项退还金额将超过已缴税款；此前已有退还。',
      mend: '请核对此前的退还，仅就余额作出决定。',
    },
  })
}

function nothingPaid(): ReturnType<typeof refused> {
  return refused({
    message: 'Nothing was paid for these goods that could be given back.',
    mend: 'Refuse the claim, and say so.',
    zh: { message: '该货物没有可退还的已缴税款。', mend: '请驳回申请并说明。' },
  })
}
