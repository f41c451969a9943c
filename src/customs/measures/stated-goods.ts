import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import { declarableEntry } from '../nomenclature/declarable-entry.ts'
import { combine, failure, type Failure, type Result, success } from '../result.ts'
import type { Assessment } from './assess-measure.ts'
import { dutyFactsOf } from './line-facts.ts'
import type { Measure } from './measure.ts'
import type { MeasureRole } from './measure-type.ts'
import type { TariffFacts } from './tariff-facts.ts'

/** The goods of a line with the measures that concern them. */
export interface StatedGoods {
  readonly code: string
  readonly measures: readonly Measure[]
  readonly assessment: Assessment
  readonly question: TariffQuestion
}

/** What a line has to state before a tariff can be asked: its code, its origin and its value. */
export function statedGoods(
  { nomenclature, measures: book, units }: TariffFacts,
  question: TariffQuestion,
): Result<StatedGoods> {
  const { request, lineIndex, on, valued } = question
  const { commodityCode, origin, documents } = request.lines[lineIndex]!
  const facts = combine({
    code: declarableCode(commodityCode),
    origin: origin === undefined ? failure(notStated(lineIndex, 'origin')) : success(origin),
    customsValue: valued.lines[lineIndex]!.parts['customs-value'],
  })
  if (!facts.ok) return facts
  const { code, origin: country, customsValue } = facts.value
  const measures = book.measuresFor({ code, origin: country, on })
  return success({
    ...{ code, measures, question },
    assessment: {
      ...{ documents, lineIndex },
      facts: dutyFactsOf(question, { customsValue, measures, units }),
    },
  })

  function declarableCode(code: string | undefined): Result<string> {
    if (code === undefined) return failure(notStated(lineIndex, 'commodityCode'))
    const path = jsonPointer('lines', lineIndex, 'commodityCode')
    const entry = declarableEntry(nomenclature, { code, on, path })
    return entry.ok ? success(entry.value.row.code ?? code) : entry
  }
}

/** The measures that play a part, in the order in which they were found. */
export function ofRole(
  role: MeasureRole,
  { types }: TariffFacts,
  measures: readonly Measure[],
): readonly Measure[] {
  return measures.filter(({ type }) => types.get(type)?.role === role)
}

const factWords: Readonly<Record<'commodityCode' | 'origin', BilingualText>> = {
  commodityCode: { en: 'commodity code', zh: '商品编码' },
  origin: { en: 'country of origin', zh: '原产国' },
}

function notStated(lineIndex: number, fact: keyof typeof factWords): Failure {
  const { en, zh } = factWords[fact]
  return {
    code: 'fact-missing',
    path: jsonPointer('lines', lineIndex, fact),
    message: `Line ${lineIndex + 1} has no ${en}.`,
    mend: `State the ${en} of these goods.`,
    zh: { message: `第${lineIndex + 1}行缺少${zh}。`, mend: `请填写这些货物的${zh}。` },
  }
}
