export { differencesBetweenEditions } from './edition/differences-between-editions.ts'
export type {
  ComparedEdition,
  EditionDifferences,
  RateChange,
  RateColumn,
  TextChange,
} from './edition/differences-between-editions.ts'
export { footnotesTo, type FoundFootnote } from './edition/footnotes.ts'
export { headingsNamed, type NamedHeadings } from './edition/headings-named.ts'
export { htsEditionReader, type HtsFormat } from './edition/hts-edition-reader.ts'
export type { BaseRates, HtsEdition, HtsEditionTitle, PrintedRate } from './edition/hts-edition.ts'
export {
  editionOfFileName,
  type ListedHtsEdition,
  type ListedHtsEditions,
  readListedEditions,
} from './edition/listed-editions.ts'
export { printedCode } from './edition/printed-code.ts'
export type { HtsFootnote } from './file/hts-row.ts'
export type {
  ComputableRate,
  NotComputableCause,
  NotComputableRate,
  Rate,
  SpecialRate,
  SpecificRate,
} from './rate/rate.ts'
export type { RateUnit } from './rate/rate-units.ts'
export { type ColumnRate, readColumnText } from './rate/read-column-text.ts'
export { readRateText } from './rate/read-rate-text.ts'
export { readSpecialRates, type SpecialColumn } from './rate/read-special-rates.ts'
export { scheduleMeasures, type ScheduleRates } from './schedule-measures.ts'
export { readSpecialProgrammes, type SpecialProgrammes } from './special-programmes.ts'
