import { GoodsCatalogue } from '../src/customs/goods-search/goods-catalogue.ts'
import type { LandedCostBook, LoadedTariff } from '../src/customs/landed-cost/landed-cost-book.ts'
import { createMeasureIndex } from '../src/customs/measures/measure-index.ts'
import { readMeasuresNotCovered } from '../src/customs/measures/measures-not-covered.ts'
import { createNomenclature } from '../src/customs/nomenclature/nomenclature.ts'
import { dataFile, valueOf } from './gb-reference-data.ts'
import { exchangeRates, shippedDestination, vocabulary } from './landed-cost.ts'
import { starterTariff, tariffCsvReference } from './starter-tariff.ts'

let shipped: LandedCostBook | undefined

/** What British quotes are made from, as the repository ships it: a part of the book of all countries. */
export function britishBook(): LandedCostBook {
  shipped ??= {
    destinations: new Map([['GB', shippedDestination('GB')]]),
    rates: exchangeRates(),
    ratesPublishedBy: 'HM Revenue & Customs',
    ratesAreOfficialIn: ['GB'],
    vocabulary: vocabulary(),
    tariffs: new Map([['GB', britishTariff()]]),
    chapters: new Map(),
    commonGoods: new GoodsCatalogue([]),
  }
  return shipped
}

function britishTariff(): LoadedTariff {
  const { nomenclature, measures, areas } = starterTariff('GB')
  const { types, units } = tariffCsvReference
  return {
    nomenclature: createNomenclature([nomenclature]),
    measures: createMeasureIndex(measures, areas),
    ...{ types, units },
    statesVat: 'for-some-goods',
    notCovered: valueOf(readMeasuresNotCovered(dataFile('gb/measures-not-covered.json'))),
  }
}
