import { jsonPointer } from '../json-pointer.ts'
import { factNeeded } from '../landed-cost/fact-needed.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import { declarableEntry } from '../nomenclature/declarable-entry.ts'
import type { WantedCode } from '../nomenclature/find-code.ts'
import type { Nomenclature } from '../nomenclature/nomenclature.ts'
import { Remembered } from '../remembered.ts'
import { combine, failure, type Result, resultOf, success } from '../result.ts'
import type { Assessment } from './assess-measure.ts'
import { dutyFactsOf } from './line-facts.ts'
import type { Measure } from './measure.ts'
import type { MeasureRole } from './measure-type.ts'
import { gapsFor, type MeasureNotCovered, refusalOf } from './measures-not-covered.ts'
import type { TariffFacts } from './tariff-facts.ts'
import { toldOf } from './told-of-measures.ts'

/** The goods of a line as the tariff knows them, whatever they are worth. */
export interface KnownGoods {
  readonly code: string
  readonly measures: readonly Measure[]
  /** Measures that exist for these goods and that the tariff is known not to hold. */
  readonly gaps: readonly MeasureNotCovered[]
  readonly question: TariffQuestion
}

/** The goods of a line with the measures that concern them, and what these are worked out from. */
export interface StatedGoods extends KnownGoods {
  readonly assessment: Assessment
}

/** What a line has to state before a tariff can be asked about its taxes: its code and its origin. */
export function knownGoods(tariff: TariffFacts, question: TariffQuestion): Result<KnownGoods> {
  const { request, lineIndex, on } = question
  const { commodityCode, origin } = request.lines[lineIndex]!
  const facts = combine({
    code: declarableCode(tariff, commodityCode, question),
    origin: origin === undefined ? failure(factNeeded('origin', question)) : success(origin),
  })
  if (!facts.ok) return facts
  const { code, origin: country } = facts.value
  const gaps = gapsFor(tariff.notCovered ?? [], { code, origin: country, lineIndex })
  const refused = gaps.filter(({ effect }) => effect === 'refuse')
  return resultOf(
    refused.map((gap) => refusalOf(gap, { code, origin: country, lineIndex })),
    () => ({
      code,
      question,
      measures: tariff.measures.measuresFor({ code, origin: country, on }),
      gaps,
    }),
  )
}

/** What a line has to state before a tariff can be asked about its duty: its value besides. */
export function statedGoods(tariff: TariffFacts, question: TariffQuestion): Result<StatedGoods> {
  const { request, lineIndex, valued } = question
  const facts = combine({
    goods: knownGoods(tariff, question),
    customsValue: valued.lines[lineIndex]!.parts['customs-value'],
  })
  if (!facts.ok) return facts
  const { goods, customsValue } = facts.value
  const { documents } = request.lines[lineIndex]!
  const { measures } = goods
  return success({
    assessment: {
      documents,
      lineIndex,
      facts: dutyFactsOf(question, {
        customsValue,
        currencies: toldOf(measures, tariff.types).currencies,
        units: tariff.units,
      }),
    },
    ...goods,
  })
}

function declarableCode(
  { nomenclature }: TariffFacts,
  code: string | undefined,
  question: TariffQuestion,
): Result<string> {
  const { lineIndex, on } = question
  if (code === undefined) return failure(factNeeded('commodityCode', question))
  const known = declaredAs(nomenclature, { code, on })
  if (known.ok) return known
  const [first, ...others] = known.failures
  const path = jsonPointer('lines', lineIndex, 'commodityCode')
  return failure({ ...first, path }, ...others.map((other) => ({ ...other, path })))
}

/** What goods of a code are declared by on a day. It is looked up once; failures name no place. */
export function declaredAs(
  nomenclature: Nomenclature,
  { code, on }: Pick<WantedCode, 'code' | 'on'>,
): Result<string> {
  return declaredIn(nomenclature).of(`${code} ${on}`, () => {
    const entry = declarableEntry(nomenclature, { code, on, path: '' })
    return entry.ok ? success(entry.value.row.code ?? code) : entry
  })
}

/** So many codes and days are remembered: a shop sells the same goods over and over. */
const CODES_REMEMBERED = 10_000

const declaredCodes = new WeakMap<Nomenclature, Remembered<Result<string>>>()

function declaredIn(nomenclature: Nomenclature): Remembered<Result<string>> {
  const known = declaredCodes.get(nomenclature)
  if (known !== undefined) return known
  const codes = new Remembered<Result<string>>(CODES_REMEMBERED)
  declaredCodes.set(nomenclature, codes)
  return codes
}

/** The measures that play a part, in the order in which they were found. */
export function ofRole(
  role: MeasureRole,
  { types }: Pick<TariffFacts, 'types'>,
  measures: readonly Measure[],
): readonly Measure[] {
  return toldOf(measures, types).byRole.get(role) ?? []
}
