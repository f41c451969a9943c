export {
  amendGuaranteedQuote,
  type Amendment,
  type QuoteAmendment,
} from './amend-guaranteed-quote.ts'
export type { FeeTable, FeeTableFacts } from './fee-tables/fee-table.ts'
export { FeesOfTenants } from './fee-tables/fees-of-tenants.ts'
export { listFeeTables, readFeeTable, readOwnFeesOf } from './fee-tables/find-fee-tables.ts'
export { addFeeTable, removeFeeTable, replaceFeeTable } from './fee-tables/state-fee-table.ts'
export { listGuaranteedQuotes, readGuaranteedQuote } from './find-guaranteed-quotes.ts'
export { guaranteeQuote, type SaleToGuarantee } from './guarantee-quote.ts'
export { hasExpired, type GuaranteedQuote } from './guaranteed-quote.ts'
export { readQuoteEntries, type QuoteEntries } from './quote-entries.ts'
export { replayGuaranteedQuote, type QuoteReplay } from './replay-guaranteed-quote.ts'
export {
  reconcileGuaranteedQuote,
  type RecordedReconciliation,
} from './reconcile-guaranteed-quote.ts'
