import { failure, type Result, success } from '../result.ts'
import type { CompleteConsignment } from './complete-consignment.ts'

/** Under which agreement origin is to be stated, and for the goods of which invoice. */
export interface PurchaseWanted {
  readonly agreement: string
  /** Needed only where goods of several invoices claim under the agreement. */
  readonly invoiceNumber?: string
}

/**
 * The purchase that a statement on origin is about: it names one exporter and refers to one invoice.
 * Fails with `not-found` for an invoice that no goods of the case are on, and with `fact-missing`
 * where the invoice has to be named because several would do. Where no goods claim anything, the
 * first purchase stands for all, and the statement says what is wrong.
 *
 * @throws RangeError without any purchase, which a consignment cannot be
 */
export function purchaseToState(
  purchases: readonly CompleteConsignment[],
  { agreement, invoiceNumber }: PurchaseWanted,
): Result<CompleteConsignment> {
  if (invoiceNumber !== undefined) {
    const named = purchases.find(
      ({ commercialInvoice }) => commercialInvoice.number === invoiceNumber,
    )
    return named === undefined ? noSuchInvoice(invoiceNumber) : success(named)
  }
  const claiming = purchases.filter(({ goodsItems }) =>
    goodsItems.some(({ preference }) => preference?.agreement === agreement),
  )
  if (claiming.length > 1) return severalInvoices(claiming)
  const [purchase] = [...claiming, ...purchases]
  if (purchase === undefined) throw new RangeError('goods without a purchase')
  return success(purchase)
}

function noSuchInvoice(invoiceNumber: string): ReturnType<typeof failure> {
  return failure({
    code: 'not-found',
    path: '/invoiceNumber',
    message: `No goods of the case are on invoice ${invoiceNumber}.`,
    mend: 'Name the invoice as the case has it.',
  })
}

function severalInvoices(purchases: readonly CompleteConsignment[]): ReturnType<typeof failure> {
  const numbers = purchases.map(({ commercialInvoice }) => commercialInvoice.number).join(', ')
  return failure({
    code: 'fact-missing',
    path: '/invoiceNumber',
    message: `Goods of several invoices claim the preference (${numbers}), and a statement is about one.`,
    mend: 'Name the invoice whose goods the exporter states to be originating.',
  })
}
