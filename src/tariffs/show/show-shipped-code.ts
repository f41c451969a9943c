import type { LandedCostBook, LoadedTariff } from '../../customs/landed-cost/landed-cost-book.ts'
import { dutyText } from '../../customs/duty/duty-text.ts'
import type { StackingLaw } from '../../customs/programmes/index.ts'
import { findCode } from '../../customs/nomenclature/find-code.ts'
import { ancestorsOf } from '../../customs/nomenclature/hierarchy.ts'
import type { NomenclatureEntry } from '../../customs/nomenclature/nomenclature.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import { noEdition } from './find-code-in-editions.ts'
import {
  type ShownCode,
  shownLine,
  type ShownLine,
  type ShownMeasure,
  type ShownQuestion,
} from './show-code.ts'
import { shownAdditionalDuties } from './shown-additional-duties.ts'

/**
 * What the starter tariff of a territory says of a code, for where no official edition is imported.
 *
 * Fails with `tariff-edition-missing` where the territory has none, and where it does not hold the code
 * on the day: the official edition may.
 */
export function showShippedCode(
  book: LandedCostBook,
  question: ShownQuestion & { readonly territory: string },
  americanLaw: StackingLaw,
): Result<ShownCode> {
  const { territory, ...asked } = question
  const tariff = book.tariffs.get(territory)
  const indexed = tariff?.nomenclature.editions[0]
  if (tariff === undefined || indexed === undefined) return failure(noEdition(question, []))
  const standing = findCode(tariff.nomenclature, asked)
  if (standing.kind === 'unknown' || standing.kind === 'before-the-first-edition') {
    return failure(noEdition(question, []))
  }
  const { id, validFrom } = indexed.edition
  return success({
    ...asked,
    edition: { edition: id, effectiveFrom: validFrom, territory, format: STARTER },
    path: pathTo(standing.entry),
    ...(standing.kind === 'heads-a-group' && { declarable: standing.declarable.map(shownLine) }),
    ...(standing.kind === 'declarable' && dutiesFor(question, tariff, americanLaw)),
  })
}

function pathTo(entry: NomenclatureEntry | undefined): readonly ShownLine[] {
  return entry === undefined ? [] : [...ancestorsOf(entry), entry].map(shownLine)
}

/** What goods of an origin bear; without an origin nobody can say. */
function dutiesFor(
  { code, origin, on, territory }: ShownQuestion & { readonly territory: string },
  { measures: book, types, units }: LoadedTariff,
  americanLaw: StackingLaw,
): Pick<ShownCode, 'measures' | 'additionalDuties'> {
  if (origin === undefined) return {}
  const goods = { code, origin, on }
  const measures = book.measuresFor(goods).map((measure): ShownMeasure => {
    const name = measure.name ?? types.get(measure.type)?.name
    return {
      ...measure,
      ...(name && { name }),
      ...(measure.expression && { rate: dutyText(measure.expression, units) }),
    }
  })
  if (territory !== 'US') return { measures }
  return { measures, additionalDuties: shownAdditionalDuties(americanLaw, goods, measures) }
}

/** The form of the starter tariffs that come with the program. */
const STARTER = 'starter-tariff'
