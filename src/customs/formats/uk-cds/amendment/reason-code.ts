import type { DeclarationChange } from './changes-between.ts'

/**
 * The authority's code for the reason of a change, which follows from what is changed:
 *
 *     21  an amount of money      28  a count, a weight or another measure
 *     25  a licence or document   30  a goods item is taken out
 *     32  anything else, such as a goods item that comes in
 *
 * Sources, read 2026-11: HMRC Customs Declarations API 3.0, example of an amendment (21); trade test
 * samples TT_IM003a (28), TT_IM008b (25), TT_IM017a (21, 28, 30) and TT_Add_Item (28, 32); HMRC's own
 * exports service sends 32 for every change (hmrc/customs-declare-exports).
 */
export function reasonCode({ kind, element, pointers }: DeclarationChange): string {
  if (kind === 'removed' && element.wcoId === GOODS_ITEM) return '30'
  if (pointers.some(({ documentSectionCode }) => documentSectionCode === DOCUMENT)) return '25'
  if (element.content.kind === 'group') return '32'
  switch (element.content.format.kind) {
    case 'amount':
      return '21'
    case 'count':
    case 'integer':
    case 'measure':
    case 'quantity':
      return '28'
    default:
      return '32'
  }
}

/** WCO classes. */
const GOODS_ITEM = '68A'
const DOCUMENT = '02A'
