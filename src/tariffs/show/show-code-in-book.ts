import type { LandedCostBook, LoadedTariff } from '../../customs/landed-cost/landed-cost-book.ts'
import { declarableIn } from '../../customs/landed-cost/loaded-tariff.ts'
import type { StackingLaw } from '../../customs/programmes/index.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { type CodeInTariff, codeInTariff } from '../../customs/tariff-enquiry/code-in-tariff.ts'
import { ratesOnDay } from '../../customs/tariff-enquiry/rates-on-day.ts'
import type { TariffEdition } from '../edition.ts'
import { noEdition } from './no-edition.ts'
import type { ShownCode, ShownEdition, ShownQuestion } from './show-code.ts'
import { shownAdditionalDuties } from './shown-additional-duties.ts'

/** What a code is looked up in. */
export interface ReadBook {
  readonly book: LandedCostBook
  /** The imported editions of the territory; none where the starter tariff alone can answer. */
  readonly editions: readonly TariffEdition[]
  /** The additional duties of the United States. */
  readonly americanLaw: StackingLaw
}

/**
 * What the tariff that quotes are made from says of a code: the imported one or, for goods and days that
 * it does not hold, the starter tariff that comes with the program.
 *
 * Fails with `tariff-edition-missing` where nothing is imported that could hold the code, and as
 * {@link codeInTariff} does otherwise.
 */
export function showCodeInBook(
  from: ReadBook,
  question: ShownQuestion & { readonly territory: string },
): Result<ShownCode> {
  const { territory, ...asked } = question
  const { book, editions } = from
  const tariff = book.tariffs.get(territory)
  if (tariff === undefined) return failure(noEdition(question, []))
  const read = codeInTariff({ tariff, chapters: book.chapters }, asked)
  if (!read.ok)
    return editions.length === 0 ? failure(notInStarter(question, read.failures[0])) : read
  const { path, isDeclarable, supplementaryUnits } = read.value
  return success({
    ...asked,
    edition: editionOf(read.value, { editions, territory }),
    path: path.map(({ code, description }) => ({
      ...(code !== undefined && { code }),
      description,
    })),
    ...(supplementaryUnits && { supplementaryUnits }),
    ...(isDeclarable
      ? chargedFor(question, read.value, { ...from, tariff })
      : { declarable: below(tariff, asked) }),
  })
}

/** A day before the starter tariff is the day's fault; an unknown code may be in an official edition. */
function notInStarter(
  question: ShownQuestion & { readonly territory: string },
  refused: Failure,
): Failure {
  if (refused.code === 'tariff-edition-missing') return { ...refused, path: '--date' }
  return noEdition(question, [])
}

function below(tariff: LoadedTariff, asked: ShownQuestion): NonNullable<ShownCode['declarable']> {
  return declarableIn(tariff, asked).codes.map(({ commodityCode: code, description }) => ({
    ...{ code, description },
  }))
}

/** The form of the starter tariffs that come with the program. */
const STARTER = 'starter-tariff'

function editionOf(
  { edition: { id, validFrom } }: CodeInTariff,
  of: Pick<ReadBook, 'editions'> & { readonly territory: string },
): ShownEdition {
  const imported = of.editions.find(({ edition }) => edition === id)
  if (imported === undefined) {
    const standsIn = of.editions.length === 0 ? 'nothing-imported' : 'not-in-import'
    return {
      ...{ edition: id, effectiveFrom: validFrom, territory: of.territory },
      ...{ format: STARTER, standsIn },
    }
  }
  const { edition, publishedOn, effectiveFrom, territory, format } = imported
  return {
    ...{ edition, effectiveFrom, territory, format },
    ...(publishedOn !== undefined && { publishedOn }),
  }
}

/** What goods of an origin bear; without an origin nobody can say. */
function chargedFor(
  { code, origin, on, territory }: ShownQuestion & { readonly territory: string },
  { measures, edition }: CodeInTariff,
  { book, americanLaw, tariff }: ReadBook & { readonly tariff: LoadedTariff },
): Pick<ShownCode, 'measures' | 'additionalDuties' | 'charged' | 'notCharged'> {
  if (origin === undefined || measures === undefined) return {}
  const goods = { code, origin, on }
  const charged = ratesOnDay(book, { country: territory, ...goods })
  return {
    measures,
    ...(charged.ok ? { charged: charged.value } : { notCharged: charged.failures }),
    ...(territory === 'US' && {
      additionalDuties: shownAdditionalDuties(
        americanLaw,
        goods,
        answering(tariff, edition.id).measures.measuresFor(goods),
      ),
    }),
  }
}

/** The tariff that has the edition: the one that was asked, or the one that stands in for it. */
function answering(tariff: LoadedTariff, editionId: string): LoadedTariff {
  const hasIt = tariff.nomenclature.editions.some(({ edition }) => edition.id === editionId)
  return hasIt || tariff.standIn === undefined ? tariff : answering(tariff.standIn, editionId)
}
