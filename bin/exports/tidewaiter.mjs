// What `import 'tidewaiter'` loads. The program is TypeScript; tsx reads it for this import alone and
// leaves the way in which the importing program loads its own modules as it is.
import { tsImport } from 'tsx/esm/api'

export const {
  createMeasureIndex,
  createNomenclature,
  GoodsCatalogue,
  isLocalDate,
  landedCostParts,
  localDate,
  quote,
  readLandedCostBook,
  readStackingLaw,
  readTariffCsv,
  readTariffVocabulary,
  stackOnTariff,
} = await tsImport('../../src/index.ts', import.meta.url)
