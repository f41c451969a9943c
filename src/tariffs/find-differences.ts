import type { Transaction } from 'kysely'

import {
  type ComparedEdition,
  differencesBetweenEditions,
  type EditionDifferences,
} from '../customs/formats/us-hts/index.ts'
import type { MeasurementUnits } from '../customs/duty/measurement-units.ts'
import { type MeasureChange, measureDifferences } from '../customs/measures/measure-differences.ts'
import { combine, type Failure, failure, type Result, success } from '../customs/result.ts'
import type { Schema } from '../platform/postgres/index.ts'
import { chapterContent, contentOfChapters } from './content/chapter-parts.ts'
import { contentKinds } from './content/content-kinds.ts'
import { type TariffChapter, tariffOfParts } from './content/tariff-content.ts'
import type { TariffEdition } from './edition.ts'
import { findEditions } from './store/find-editions.ts'
import { findPartPlaces, type PartPlace, readParts } from './store/read-parts.ts'

/** What an edition says otherwise; measures where the editions are of an integrated tariff. */
export interface FoundDifferences extends EditionDifferences {
  readonly measuresChanged?: readonly MeasureChange[]
}

/**
 * What an edition says otherwise than another. Only the chapters that differ are read.
 *
 * Fails with `not-found` where an edition is not loaded, and with `invalid-input` where the two are
 * not of one tariff.
 */
export async function findDifferences(
  transaction: Transaction<Schema>,
  names: { readonly before: string; readonly after: string },
  units: MeasurementUnits,
): Promise<Result<FoundDifferences>> {
  const editions = await findEditions(transaction)
  const named = combine({
    before: editionCalled(names.before, editions),
    after: editionCalled(names.after, editions),
  })
  if (!named.ok) return named
  const { before: one, after: other } = named.value
  const kind = contentKinds[one.format]
  const isOneTariff = one.format === other.format && one.territory === other.territory
  if (!isOneTariff || kind === undefined || kind === 'exchange-rates') {
    return failure(notComparable(one, other))
  }
  const places = await findPartPlaces(transaction, [one.id, other.id])
  const differing = placesThatDiffer(places, one, other)
  const contents = await readParts(transaction, [...new Set(differing.map((at) => at.sha256))])
  const partsOf = ({ id }: TariffEdition) =>
    differing.flatMap(({ editionId, sha256 }) => (editionId === id ? [contents.get(sha256)!] : []))
  const [before, after] = [partsOf(one), partsOf(other)]
  if (kind !== 'integrated-tariff') {
    return success(
      differencesBetweenEditions(comparedSchedule(one, before), comparedSchedule(other, after)),
    )
  }
  const [was, is] = [tariffOfParts(before).chapters, tariffOfParts(after).chapters]
  return success({
    ...differencesBetweenEditions(comparedTariff(one, was), comparedTariff(other, is)),
    measuresChanged: measureDifferences(was.map(measuresOf), is.map(measuresOf), units),
  })
}

/** `2026_rev_4` and `hts-2026-rev-4` name the same edition, as long as only one is meant. */
function editionCalled(name: string, editions: readonly TariffEdition[]): Result<TariffEdition> {
  const wanted = name.toLowerCase().replaceAll(/[_\s]+/g, '-')
  const exact = editions.filter(({ edition }) => edition === wanted || edition === name)
  const ending = editions.filter(({ edition }) => edition.endsWith(`-${wanted}`))
  const [found, ...others] = exact.length > 0 ? exact : ending
  if (found !== undefined && others.length === 0) return success(found)
  return failure(noSuchEdition(name, found === undefined ? editions : [found, ...others]))
}

/** A chapter with the same digest on both sides cannot differ. */
function placesThatDiffer(
  places: readonly PartPlace[],
  one: TariffEdition,
  other: TariffEdition,
): readonly PartPlace[] {
  const digestsOf = ({ id }: TariffEdition) =>
    new Set(places.flatMap(({ editionId, sha256 }) => (editionId === id ? [sha256] : [])))
  const [ofOne, ofOther] = [digestsOf(one), digestsOf(other)]
  return places.filter(({ sha256 }) => !(ofOne.has(sha256) && ofOther.has(sha256)))
}

function comparedSchedule(
  { edition: id, effectiveFrom: validFrom }: TariffEdition,
  stored: readonly object[],
): ComparedEdition {
  const { rows, rates, footnotes } = contentOfChapters(stored.map(chapterContent))
  return {
    id,
    nomenclature: { id, validFrom, rows },
    rates: rates ?? new Map(),
    ...(footnotes && { footnotes }),
  }
}

/** The lines of an integrated tariff; its rates are measures, which are compared by themselves. */
function comparedTariff(
  { edition: id, effectiveFrom: validFrom }: TariffEdition,
  chapters: readonly TariffChapter[],
): ComparedEdition {
  const rows = chapters.flatMap((chapter) => chapter.rows)
  return { id, nomenclature: { id, validFrom, rows }, rates: new Map() }
}

function measuresOf({ measures }: TariffChapter): TariffChapter['measures'] {
  return measures
}

function noSuchEdition(name: string, editions: readonly TariffEdition[]): Failure {
  const known = editions.map(({ edition }) => edition).join(', ')
  return {
    code: 'not-found',
    path: '',
    message: `There is no one edition ${name}.`,
    mend: known === '' ? 'No edition is loaded.' : `Name one of: ${known}.`,
    zh: {
      message: `无法确定版本 ${name}。`,
      mend: known === '' ? '尚未载入任何版本。' : `请指定以下之一：${known}。`,
    },
  }
}

function notComparable(one: TariffEdition, other: TariffEdition): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `${one.edition} and ${other.edition} are not editions of one schedule.`,
    mend: 'Compare two editions of the same schedule.',
    zh: {
      message: `${one.edition} 与 ${other.edition} 不是同一税则的版本。`,
      mend: '请比较同一税则的两个版本。',
    },
  }
}
