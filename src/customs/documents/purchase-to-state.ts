import { failure, type Result, success } from '../result.ts'
import type { CompleteConsignment } from './complete-consignment.ts'

/** Under which agreement origin is to be stated, and for the goods of which purchase. */
export interface PurchaseWanted {
  readonly agreement: string
  /** Needed only where goods of several invoices claim under the agreement. */
  readonly invoiceNumber?: string
  /** Any item of the purchase; needed only where several sellers' invoices have one number. */
  readonly itemNumber?: number
}

/**
 * The purchase that a statement on origin is about: it names one exporter and refers to one invoice.
 * Fails with `not-found` for an invoice or an item that the case does not have, and with
 * `fact-missing` where one of them has to be named because several purchases would do. Where no
 * goods claim anything, the first purchase stands for all, and the statement says what is wrong.
 *
 * @throws RangeError without any purchase, which a consignment cannot be
 */
export function purchaseToState(
  purchases: readonly CompleteConsignment[],
  { agreement, invoiceNumber, itemNumber }: PurchaseWanted,
): Result<CompleteConsignment> {
  const onInvoice = purchases.filter(
    ({ commercialInvoice }) =>
      invoiceNumber === undefined || commercialInvoice.number === invoiceNumber,
  )
  if (invoiceNumber !== undefined && onInvoice.length === 0) return noSuchInvoice(invoiceNumber)
  const named = onInvoice.filter(
    ({ goodsItems }) =>
      itemNumber === undefined || goodsItems.some((item) => item.itemNumber === itemNumber),
  )
  if (itemNumber !== undefined && named.length === 0) return noSuchItem(itemNumber)
  const claiming = named.filter(({ goodsItems }) =>
    goodsItems.some(({ preference }) => preference?.agreement === agreement),
  )
  if (claiming.length > 1) return severalPurchases(claiming)
  const [purchase] = [...claiming, ...named]
  if (purchase === undefined) throw new RangeError('goods without a purchase')
  return success(purchase)
}

function noSuchInvoice(invoiceNumber: string): ReturnType<typeof failure> {
  return failure({
    code: 'not-found',
    path: '/invoiceNumber',
    message: `No goods of the case are on invoice ${invoiceNumber}.`,
    mend: 'Name the invoice as the case has it.',
    zh: { message: `本案没有货物在发票 ${invoiceNumber} 上。`, mend: '请按本案所载填写发票号码。' },
  })
}

function noSuchItem(itemNumber: number): ReturnType<typeof failure> {
  return failure({
    code: 'not-found',
    path: '/itemNumber',
    message: `The case, or the invoice that is named, has no item ${itemNumber}.`,
    mend: 'Name an item of the purchase that the statement is about.',
    zh: {
      message: `本案或所指发票中没有第${itemNumber}项。`,
      mend: '请填写声明所涉采购中的货物项。',
    },
  })
}

/** The number of the invoice tells them apart, unless their sellers happened to use the same one. */
function severalPurchases(purchases: readonly CompleteConsignment[]): ReturnType<typeof failure> {
  const numbers = new Set(purchases.map(({ commercialInvoice }) => commercialInvoice.number))
  return numbers.size === 1 ? sameNumber(purchases) : severalInvoices([...numbers])
}

function sameNumber(purchases: readonly CompleteConsignment[]): ReturnType<typeof failure> {
  const firstItems = purchases.flatMap(({ goodsItems: [first] }) => first?.itemNumber ?? [])
  return failure({
    code: 'fact-missing',
    path: '/itemNumber',
    message:
      'Invoices of several sellers have the same number, and a statement is about one; their ' +
      `goods begin with the items ${firstItems.join(', ')}.`,
    mend: 'Name an item of the purchase whose exporter states the origin.',
    zh: {
      message: `多个卖方的发票号码相同，而一份声明只针对一张发票；各发票的货物分别从第${firstItems.join('、')}项开始。`,
      mend: '请填写由其出口商声明原产地的采购中的一项。',
    },
  })
}

function severalInvoices(numbers: readonly string[]): ReturnType<typeof failure> {
  return failure({
    code: 'fact-missing',
    path: '/invoiceNumber',
    message: `Goods of several invoices claim the preference (${numbers.join(', ')}), and a statement is about one.`,
    mend: 'Name the invoice whose goods the exporter states to be originating.',
    zh: {
      message: `多张发票的货物申请优惠税率（${numbers.join('、')}），而一份声明只针对一张发票。`,
      mend: '请填写由出口商声明具有原产资格的货物所在的发票。',
    },
  })
}
