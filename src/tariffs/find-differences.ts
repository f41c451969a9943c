import type { Transaction } from 'kysely'

import {
  type ComparedEdition,
  differencesBetweenEditions,
  type EditionDifferences,
} from '../customs/formats/us-hts/index.ts'
import { type Failure, failure, type Result, success } from '../customs/result.ts'
import type { Schema } from '../platform/postgres/index.ts'
import { chapterContent, contentOfChapters } from './content/chapter-parts.ts'
import type { TariffEdition } from './edition.ts'
import { findEditions } from './store/find-editions.ts'
import { findPartPlaces, type PartPlace, readParts } from './store/read-parts.ts'

/**
 * What an edition says otherwise than another. Only the chapters that differ are read.
 *
 * Fails with `not-found` where an edition is not loaded, and with `invalid-input` where the two are
 * not of one tariff.
 */
export async function findDifferences(
  transaction: Transaction<Schema>,
  names: { readonly before: string; readonly after: string },
): Promise<Result<EditionDifferences>> {
  const editions = await findEditions(transaction)
  const before = editionCalled(names.before, editions)
  if (!before.ok) return before
  const after = editionCalled(names.after, editions)
  if (!after.ok) return after
  const [one, other] = [before.value, after.value]
  if (one.format !== other.format || one.format === 'hmrc-rates') {
    return failure(notComparable(one, other))
  }
  const places = await findPartPlaces(transaction, [one.id, other.id])
  const differing = placesThatDiffer(places, one, other)
  const contents = await readParts(transaction, [...new Set(differing.map((at) => at.sha256))])
  const compared = (edition: TariffEdition) => comparedEdition(edition, differing, contents)
  return success(differencesBetweenEditions(compared(one), compared(other)))
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

function comparedEdition(
  { id: editionId, edition: id, effectiveFrom: validFrom }: TariffEdition,
  places: readonly PartPlace[],
  contents: ReadonlyMap<string, object>,
): ComparedEdition {
  const own = places.filter((place) => place.editionId === editionId)
  const { rows, rates, footnotes } = contentOfChapters(
    own.map(({ sha256 }) => chapterContent(contents.get(sha256)!)),
  )
  return {
    id,
    nomenclature: { id, validFrom, rows },
    rates: rates ?? new Map(),
    ...(footnotes && { footnotes }),
  }
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
