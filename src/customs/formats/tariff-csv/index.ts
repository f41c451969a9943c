export type { CsvRow } from './csv-record.ts'
export type { MeasureConfidence } from './read-measure-row.ts'
export {
  readTariffCsv,
  type MeasureSource,
  type TariffCsv,
  type TariffCsvTables,
  type TariffCsvTitle,
} from './read-tariff-csv.ts'
export type { TariffCsvReference } from './tariff-csv-reference.ts'
