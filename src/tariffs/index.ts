export type {
  EditionFile,
  EditionTitle,
  ReportedRow,
  StatedTitle,
  TariffEdition,
} from './edition.ts'
export { findDifferences, type FoundDifferences } from './find-differences.ts'
export {
  formatNames,
  formatParts,
  type FormatName,
  type TariffFormats,
  tariffFormats,
} from './formats/tariff-formats.ts'
export type { TariffFormat } from './formats/tariff-format.ts'
export {
  importEdition,
  type ImportOutcome,
  type ImportProgress,
  type ImportRequest,
} from './import-edition.ts'
export { EditionsInMemory } from './loaded/editions-in-memory.ts'
export type { LoadedEditions } from './loaded/loaded-editions.ts'
export { loadedTariffs, type TariffReference } from './loaded/loaded-tariffs.ts'
export { findCodeInEditions } from './show/find-code-in-editions.ts'
export { bookOf, findShownCode, type TerritoryQuestion } from './show/find-shown-code.ts'
export type { ShownReference } from './show/find-code-in-editions.ts'
export type { ShownCode, ShownLine, ShownMeasure, ShownQuestion } from './show/show-code.ts'
export { showCodeInBook } from './show/show-code-in-book.ts'
export type { ShownAdditionalDuties } from './show/shown-additional-duties.ts'
export { findEditions, findRowReports, type WantedEditions } from './store/find-editions.ts'
export { LiveBook } from './quoting/live-book.ts'
export { shippedBook } from './quoting/shipped-book.ts'
export { soundData } from './quoting/sound-data.ts'
export { keptInFolder } from './uk-trade-tariff/kept-in-folder.ts'
export { tariffService } from './uk-trade-tariff/tariff-service.ts'
export { type Walk, walkTariff, type WalkStep } from './uk-trade-tariff/walk-tariff.ts'
