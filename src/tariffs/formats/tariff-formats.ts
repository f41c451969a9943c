import { readListedEditions } from '../../customs/formats/us-hts/index.ts'
import { readTariffVocabulary } from '../../customs/landed-cost/read-landed-cost-book.ts'
import { readHeldLists, readProgrammes } from '../../customs/programmes/index.ts'
import { combine, type Result, success } from '../../customs/result.ts'
import { hmrcRatesFormat } from './hmrc-rates-format.ts'
import { taricFormat } from './taric-format.ts'
import { tariffCsvFormat } from './tariff-csv/tariff-csv-format.ts'
import type { TariffFormat } from './tariff-format.ts'
import { ukTradeTariffFormat } from './uk-trade-tariff/uk-trade-tariff-format.ts'
import { usHtsFormat } from './us-hts-format.ts'
import type { ListReference } from './us-programmes/lists-of-programmes.ts'
import { usProgrammesFormat } from './us-programmes/us-programmes-format.ts'
import { vatRatesFormat } from './vat-rates/vat-rates-format.ts'

/** The words that name a format, in the order in which they are listed for people. */
export const formatNames = [
  'us-hts',
  'taric',
  'uk-trade-tariff',
  'tariff-csv',
  'us-programmes',
  'vat-rates',
  'hmrc-rates',
] as const

/** One of {@link formatNames}. */
export type FormatName = (typeof formatNames)[number]

/** Every format by its name. */
export type TariffFormats = Readonly<Record<FormatName, TariffFormat>>

/** The parts of the data folder that {@link tariffFormats} wants. */
export const formatParts = ['us', 'reference'] as const

/**
 * Makes the readers of all formats.
 *
 * @param files contents of the data folder by path
 */
export function tariffFormats(files: ReadonlyMap<string, unknown>): Result<TariffFormats> {
  const read = combine({
    listed: readListedEditions(files.get('us/hts-editions.json')),
    vocabulary: readTariffVocabulary(files),
    lists: listReference(files),
  })
  if (!read.ok) return read
  const { listed, vocabulary, lists } = read.value
  return success({
    'us-hts': usHtsFormat(listed),
    taric: taricFormat,
    'uk-trade-tariff': ukTradeTariffFormat(vocabulary.units),
    'tariff-csv': tariffCsvFormat(vocabulary),
    'us-programmes': usProgrammesFormat(lists),
    'vat-rates': vatRatesFormat(vocabulary.knownCodes),
    'hmrc-rates': hmrcRatesFormat,
  })
}

function listReference(files: ReadonlyMap<string, unknown>): Result<ListReference> {
  const programmes = readProgrammes(files.get('us/programmes.json'))
  if (!programmes.ok) return programmes
  const held = readHeldLists(files.get('us/product-lists.json'), programmes.value)
  if (!held.ok) return held
  return success({ programmes: programmes.value, changes: held.value.changes })
}
