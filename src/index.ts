/**
 * What `import { quote } from 'tidewaiter'` gives: the pure quote of a sale, and the pure readers that
 * make a book out of data. Reading files is left to whoever imports this: a book is made from the
 * parsed JSON of `data/` by its path (`readLandedCostBook`) and from tariffs (`readTariffCsv`,
 * `createNomenclature`, `createMeasureIndex`). Who wants the data that come with the program, read from
 * the disk, takes `shippedBook` from `tidewaiter/shipped-book`.
 *
 * @example
 * import { localDate, quote } from 'tidewaiter'
 * import { shippedBook } from 'tidewaiter/shipped-book'
 *
 * const quoted = quote(sale, localDate('2026-09-01'), await shippedBook())
 */
export type { BilingualText } from './customs/bilingual-text.ts'
export { isLocalDate, localDate, type LocalDate } from './customs/calendar/local-date.ts'
export { readTariffCsv } from './customs/formats/tariff-csv/index.ts'
export type { LandedCharge } from './customs/landed-cost/landed-charge.ts'
export type { LandedCost, LandedLine, LandedTotals } from './customs/landed-cost/landed-cost.ts'
export type { LandedCostBook, LoadedTariff } from './customs/landed-cost/landed-cost-book.ts'
export { quote } from './customs/landed-cost/quote.ts'
export type { QuoteLine, QuoteRequest } from './customs/landed-cost/quote-request.ts'
export type { LandedCostRange, QuotedSale } from './customs/landed-cost/quote-sale.ts'
export {
  landedCostParts,
  readLandedCostBook,
  readTariffVocabulary,
} from './customs/landed-cost/read-landed-cost-book.ts'
export { GoodsCatalogue } from './customs/goods-search/goods-catalogue.ts'
export { createMeasureIndex } from './customs/measures/measure-index.ts'
export { createNomenclature } from './customs/nomenclature/nomenclature.ts'
export { readStackingLaw, stackOnTariff } from './customs/programmes/index.ts'
export type { Failure, Failures, Result } from './customs/result.ts'
