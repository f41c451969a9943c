import type { QuotedItem } from '../../customs/declaration/rules/quoted-item.ts'
import type { Quote } from '../../customs/quote/quote.ts'

/** What a quote says of each goods item, for the rules that hold the declaration against it. */
export function quotedItems({ items, charges }: Quote): readonly QuotedItem[] {
  return items.map(({ itemNumber, preference, documentsAsked = [] }) => ({
    itemNumber,
    preferenceCode: preference?.preferenceCode ?? '100',
    taxes: charges
      .filter((charge) => charge.itemNumber === itemNumber)
      .filter(({ collector, timing }) => collector === 'customs' && timing === 'at-import')
      .flatMap(({ taxType, amount }) => (taxType === undefined ? [] : [{ taxType, amount }])),
    documentsAsked,
  }))
}
