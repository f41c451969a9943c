import type { Transaction } from 'kysely'

import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { SpecialProgrammes } from '../../customs/formats/us-hts/index.ts'
import {
  footnotedCodes,
  type FootnotedEdition,
  type HeldLaw,
  listsByFootnotes,
  stackingLaw,
} from '../../customs/programmes/index.ts'
import { type MeasureTypes, typesOfTariff } from '../../customs/measures/measure-type.ts'
import { failure, type Result } from '../../customs/result.ts'
import type { Schema } from '../../platform/postgres/index.ts'
import { chapterContent, contentOfChapters } from '../content/chapter-parts.ts'
import type { ScheduleContent } from '../content/schedule-content.ts'
import type { TariffEdition } from '../edition.ts'
import { underImportedLists } from '../loaded/latest-lists.ts'
import { scheduleFormats } from '../schedule-formats.ts'
import { findEditions } from '../store/find-editions.ts'
import { findProductLists } from '../store/find-product-lists.ts'
import { findPartPlaces, readParts } from '../store/read-parts.ts'
import { noEdition } from './no-edition.ts'
import { showCode, type ShownCode, type ShownQuestion } from './show-code.ts'

/**
 * What the edition of a day says of a code, read from the one chapter that it stands in.
 *
 * Fails with `tariff-edition-missing` where no edition is loaded or the day is before the first, and
 * with `unknown-commodity-code`.
 */
export async function findCodeInEditions(
  transaction: Transaction<Schema>,
  question: ShownQuestion & { readonly territory: string },
  { programmes, americanLaw, types }: ShownReference,
): Promise<Result<ShownCode>> {
  const { territory, ...asked } = question
  const format = scheduleFormats[territory]
  const editions =
    format === undefined ? [] : await findEditions(transaction, { territory, format })
  const edition = editions.find(({ effectiveFrom }) => effectiveFrom <= asked.on)
  if (edition === undefined) return failure(noEdition(question, editions))
  const chapterOf = chaptersOf(transaction, asked.code.slice(0, 2))
  const content = await chapterOf(edition)
  const named = typesOfTariff(types, territory)
  if (territory !== 'US') return showCode(asked, { edition, content, programmes, types: named })
  const lists = listsByFootnotes(
    await footnotesOn(asked.on, editions, chapterOf),
    americanLaw.programmes,
  )
  const imported = await findProductLists(transaction, territory)
  const law = stackingLaw(underImportedLists(americanLaw, imported), lists)
  return showCode(asked, { edition, content, programmes, types: named, law })
}

/** The facts that come with the program which a code is shown with. */
export interface ShownReference {
  readonly programmes: SpecialProgrammes
  readonly americanLaw: HeldLaw
  readonly types: MeasureTypes
}

type ChapterOf = (edition: TariffEdition) => Promise<ScheduleContent>

function chaptersOf(transaction: Transaction<Schema>, chapter: string): ChapterOf {
  return async ({ id }) => {
    const places = await findPartPlaces(transaction, [id])
    const digests = places.flatMap(({ name, sha256 }) => (name === chapter ? [sha256] : []))
    const contents = await readParts(transaction, digests)
    return contentOfChapters(digests.map((sha256) => chapterContent(contents.get(sha256)!)))
  }
}

/** The footnotes of a chapter on a day: those of the last edition that has some. */
async function footnotesOn(
  on: LocalDate,
  latestFirst: readonly TariffEdition[],
  chapterOf: ChapterOf,
): Promise<readonly FootnotedEdition[]> {
  for (const edition of latestFirst.filter(({ effectiveFrom }) => effectiveFrom <= on)) {
    const { footnotes } = await chapterOf(edition)
    if (footnotes === undefined) continue
    return [{ validFrom: edition.effectiveFrom, codes: footnotedCodes(footnotes) }]
  }
  return []
}
