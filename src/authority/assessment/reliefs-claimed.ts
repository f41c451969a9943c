import type { LodgedItem } from '../message/lodged-declaration.ts'
import type { TaxTreatment } from './assessment.ts'

type Relief = Extract<TaxTreatment, `relieved-${string}`>

/** Additional procedures (1/11) with what each relieves; CDS trade tariff, appendix 2. */
const reliefs: readonly { code: string; relief: Relief; taxes: readonly string[] }[] = [
  { code: 'C07', relief: 'relieved-low-value', taxes: ['A00'] },
  { code: 'C08', relief: 'relieved-gift', taxes: ['A00', 'B00'] },
  { code: 'F01', relief: 'relieved-returned-goods', taxes: ['A00'] },
  { code: 'F05', relief: 'relieved-returned-goods', taxes: ['A00', 'B00'] },
]

/** The relief from a tax that an item claims by its additional procedures; absent where it claims none. */
export function reliefFrom(taxType: string, item: LodgedItem): Relief | undefined {
  const claimed = reliefs.find(
    ({ code, taxes }) => item.additionalProcedureCodes.includes(code) && taxes.includes(taxType),
  )
  if (claimed !== undefined) return claimed.relief
  const isVatAtSale =
    item.additionalProcedureCodes.includes('1RV') && item.statementCodes.includes('RVAT1')
  return taxType === 'B00' && isVatAtSale ? 'relieved-vat-at-sale' : undefined
}
