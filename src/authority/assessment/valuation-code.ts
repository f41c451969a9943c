/**
 * What a code of data element 4/9 does to the value, and how an amount that is declared for all
 * items together is shared out among them.
 */
export interface ValuationCode {
  readonly effect: 'add' | 'deduct' | 'add-to-vat-value'
  readonly apportionedBy: 'price' | 'gross-mass'
  /** Whether the amount pays carriage or its insurance up to the place of introduction. */
  readonly isTransport: boolean
  readonly meaning: string
}

function code(
  effect: ValuationCode['effect'],
  meaning: string,
  apportionedBy: ValuationCode['apportionedBy'] = 'price',
): ValuationCode {
  return { effect, apportionedBy, isTransport: false, meaning }
}

function transport(
  meaning: string,
  apportionedBy: ValuationCode['apportionedBy'] = 'price',
): ValuationCode {
  return { effect: 'add', apportionedBy, isTransport: true, meaning }
}

/**
 * The codes that this office works out. The additions AB to AN and the deductions are those of
 * annex B of Delegated Regulation (EU) 2015/2446; AP, AQ, AV and AW are national codes of the UK
 * Trade Tariff, volume 3 for CDS. Air freight percentages (AR, AS) are not worked out here and are
 * therefore refused.
 */
export const valuationCodes: ReadonlyMap<string, ValuationCode> = new Map([
  ['AB', code('add', 'commissions and brokerage, except buying commissions')],
  ['AD', code('add', 'containers and packing')],
  ['AE', code('add', 'materials and parts supplied by the buyer')],
  ['AF', code('add', 'tools, dies and moulds supplied by the buyer')],
  ['AG', code('add', 'materials consumed in production supplied by the buyer')],
  ['AH', code('add', 'engineering and design supplied by the buyer')],
  ['AI', code('add', 'royalties and licence fees')],
  ['AJ', code('add', 'proceeds of resale accruing to the seller')],
  ['AK', transport('insurance and other transport costs up to the place of introduction')],
  ['AL', code('add', 'indirect payments and other payments')],
  ['AN', code('add', 'additions by decision')],
  ['AP', transport('freight, shared out by price')],
  ['AQ', transport('freight, shared out by gross mass', 'gross-mass')],
  ['AV', code('add-to-vat-value', 'VAT value adjustment, shared out by price')],
  ['AW', code('add-to-vat-value', 'VAT value adjustment, shared out by gross mass', 'gross-mass')],
  ['BA', code('deduct', 'transport after arrival at the place of introduction')],
  ['BB', code('deduct', 'construction, assembly or maintenance after import')],
  ['BC', code('deduct', 'import duties and other charges payable here')],
  ['BD', code('deduct', 'interest')],
  ['BE', code('deduct', 'right of reproduction')],
  ['BF', code('deduct', 'buying commissions')],
  ['BG', code('deduct', 'deductions by decision')],
])

/** What a delivery term (data element 4/1) says about carriage to the place of introduction. */
export type CarriageInPrice = 'not-included' | 'included' | 'may-be-included'

/**
 * Incoterms 2020. Under the terms of group E and F the buyer pays carriage, so the freight must be
 * declared apart. Under C terms the price includes it and a further amount would count it twice.
 * Under D terms the seller bears it, in the price or as a line of its own.
 */
export const carriageByDeliveryTerm: ReadonlyMap<string, CarriageInPrice> = new Map([
  ['EXW', 'not-included'],
  ['FCA', 'not-included'],
  ['FAS', 'not-included'],
  ['FOB', 'not-included'],
  ['CFR', 'included'],
  ['CIF', 'included'],
  ['CPT', 'included'],
  ['CIP', 'included'],
  ['DAP', 'may-be-included'],
  ['DPU', 'may-be-included'],
  ['DAT', 'may-be-included'],
  ['DDP', 'may-be-included'],
])
