import { GoodsCatalogue } from '../../customs/goods-search/goods-catalogue.ts'
import type { LandedCostBook } from '../../customs/landed-cost/landed-cost-book.ts'
import {
  landedCostParts,
  readLandedCostBook,
  readTariffVocabulary,
} from '../../customs/landed-cost/read-landed-cost-book.ts'
import { type DataFiles, readDataFiles } from '../../platform/data-files.ts'
import { soundData } from './sound-data.ts'
import { shippedGoods } from '../shipped/shipped-goods.ts'
import { shippedTariffs } from '../shipped/shipped-tariffs.ts'

/**
 * What quotes to all destinations are made from, as far as it comes with the program.
 * @throws Error naming the first fault of the data
 */
export async function shippedBook(files?: DataFiles): Promise<LandedCostBook> {
  const parts = files ?? (await readDataFiles(landedCostParts))
  const tariffs = await shippedTariffs(soundData(readTariffVocabulary(parts)))
  const commonGoods = new GoodsCatalogue(await shippedGoods())
  return soundData(readLandedCostBook(parts, { tariffs: soundData(tariffs), commonGoods }))
}
