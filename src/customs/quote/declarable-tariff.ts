import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { AssessedDuty, DutyOption, LineTariff } from '../landed-cost/duty-option.ts'
import { lineName, type LineOfSale } from '../landed-cost/fact-needed.ts'
import type { QuoteSources } from '../landed-cost/quote-landed-cost.ts'
import type { MeasureTypes } from '../measures/measure-type.ts'
import { type Failure, type Result, resultOf } from '../result.ts'
import { type DutyTerritory, taxTypeOf } from './tax-type.ts'

/**
 * The same sources with as much of the tariff as a declaration of ours can claim and pay: the duty of
 * third countries, or that of an agreement, with the trade remedies and other duties on top. Goods that
 * bear a duty which has no tax type here are refused, because a figure without it would be wrong;
 * another rate that would hold is named beside the figure.
 *
 * @param types of the measures, which say as what tax each is declared
 * @param territory whose duty the tariff is
 */
export function declarableTariff(
  sources: QuoteSources,
  types: MeasureTypes,
  territory: DutyTerritory = 'GB',
): QuoteSources {
  return {
    ...sources,
    tariffOf: (question) => {
      const tariff = sources.tariffOf(question)
      return tariff.ok ? asDeclared(tariff.value, question, { types, territory }) : tariff
    },
  }
}

interface TaxTypes {
  readonly types: MeasureTypes
  readonly territory: DutyTerritory
}

function asDeclared(
  tariff: LineTariff,
  line: LineOfSale,
  { types, territory }: TaxTypes,
): Result<LineTariff> {
  const [thirdCountry, ...others] = tariff.options
  const besides = thirdCountry.duties.filter(
    (duty) => duty.kind !== 'customs-duty' && taxTypeOf(duty, types, territory) === undefined,
  )
  const unclaimed = others.filter(({ kind, isProven }) => kind !== 'preference' && isProven)
  return resultOf(
    besides.map((duty) => notDeclared(duty, line)),
    () => ({
      ...tariff,
      options: [thirdCountry, ...others.filter(({ kind }) => kind === 'preference')],
      notCovered: [...tariff.notCovered, ...unclaimed.map(lowerRate)],
    }),
  )
}

/** Each of these rates has a code of its own in data element 4/17, and conditions that go with it. */
function lowerRate({ name }: DutyOption): BilingualText {
  return {
    en: `${name.en}: the tariff holds this rate for the goods; it is not claimed in the declaration.`,
    zh: `${name.zh}：税则对该货物规定有此税率，申报中未予申请。`,
  }
}

function notDeclared({ name }: AssessedDuty, line: LineOfSale): Failure {
  const named = lineName(line)
  return {
    code: 'not-covered',
    path: jsonPointer('lines', line.lineIndex, 'commodityCode'),
    message: `${named.en} bears a duty that is not declared here: ${name.en}.`,
    mend: 'Ask a customs broker for these goods, or send the other items without them.',
    zh: {
      message: `${named.zh}须缴纳此处尚不支持申报的税费：${name.zh}。`,
      mend: '请就这些货物咨询报关行，或不含这些货物发运其余各项。',
    },
  }
}
