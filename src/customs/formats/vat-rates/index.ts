export { readVatCollection, type RateLeftOut, type VatCollection } from './read-vat-collection.ts'
export { readVatRates } from './read-vat-rates.ts'
