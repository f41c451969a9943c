import type { Order } from '../order/order.ts'

/** The three letters of a rule of Incoterms 2020. */
type Incoterm = Order['incoterm']['code']

/** What an Incoterms 2020 rule puts into the seller's price, as far as customs value asks. */
export interface DeliveryCostTerms {
  readonly carriage: 'in-price' | 'beside-price'
  readonly insurance: 'in-price' | 'beside-price'
  /** Whether the seller bears import duty, which then may be hidden in the price. */
  readonly duties: 'in-price' | 'beside-price'
}

/** Sources: ICC Incoterms 2020, articles A9 and B9 (allocation of costs) of each rule. */
export const deliveryCostTerms: Readonly<Record<Incoterm, DeliveryCostTerms>> = {
  EXW: { carriage: 'beside-price', insurance: 'beside-price', duties: 'beside-price' },
  FCA: { carriage: 'beside-price', insurance: 'beside-price', duties: 'beside-price' },
  FAS: { carriage: 'beside-price', insurance: 'beside-price', duties: 'beside-price' },
  FOB: { carriage: 'beside-price', insurance: 'beside-price', duties: 'beside-price' },
  CFR: { carriage: 'in-price', insurance: 'beside-price', duties: 'beside-price' },
  CPT: { carriage: 'in-price', insurance: 'beside-price', duties: 'beside-price' },
  CIF: { carriage: 'in-price', insurance: 'in-price', duties: 'beside-price' },
  CIP: { carriage: 'in-price', insurance: 'in-price', duties: 'beside-price' },
  DAP: { carriage: 'in-price', insurance: 'in-price', duties: 'beside-price' },
  DPU: { carriage: 'in-price', insurance: 'in-price', duties: 'beside-price' },
  DDP: { carriage: 'in-price', insurance: 'in-price', duties: 'in-price' },
}
