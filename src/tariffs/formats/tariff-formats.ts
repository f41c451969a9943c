import { readListedEditions } from '../../customs/formats/us-hts/index.ts'
import { type Result, success } from '../../customs/result.ts'
import { hmrcRatesFormat } from './hmrc-rates-format.ts'
import { taricFormat } from './taric-format.ts'
import type { TariffFormat } from './tariff-format.ts'
import { usHtsFormat } from './us-hts-format.ts'

/** The words that name a format, in the order in which they are listed for people. */
export const formatNames = ['us-hts', 'taric', 'hmrc-rates'] as const

/** One of {@link formatNames}. */
export type FormatName = (typeof formatNames)[number]

/** Every format by its name. */
export type TariffFormats = Readonly<Record<FormatName, TariffFormat>>

/** The part of the data folder that {@link tariffFormats} wants. */
export const formatParts = ['us'] as const

/**
 * Makes the readers of all formats.
 *
 * @param files contents of the data folder by path
 */
export function tariffFormats(files: ReadonlyMap<string, unknown>): Result<TariffFormats> {
  const listed = readListedEditions(files.get('us/hts-editions.json'))
  if (!listed.ok) return listed
  return success({
    'us-hts': usHtsFormat(listed.value),
    taric: taricFormat,
    'hmrc-rates': hmrcRatesFormat,
  })
}
