import type { BilingualText } from '../bilingual-text.ts'
import { inOneList } from '../in-one-list.ts'
import type { QuoteLine } from '../landed-cost/quote-request.ts'
import type { TariffQuestion } from '../landed-cost/quote-landed-cost.ts'
import type { Measure } from './measure.ts'

/**
 * The documents and additional codes that a line states and that no measure of its goods asks for: a
 * misspelt one would otherwise change nothing without a word. Those of every measure count, also of one
 * that is an alternative or that is not worked out, such as a licence.
 *
 * @param measures those that concern the goods; none where no tariff holds them
 */
export function codesNotUsed(
  { request, lineIndex }: Pick<TariffQuestion, 'request' | 'lineIndex'>,
  measures: readonly Measure[],
): readonly BilingualText[] {
  const line = request.lines[lineIndex]!
  const { documents, additionalCodes } = line
  // Most lines state neither, and every line of every quote comes by here.
  if (documents === undefined && additionalCodes === undefined) return []
  return inOneList([
    unasked(additionalCodes, (code) =>
      measures.some((one) => one.additionalCode?.code === code),
    ).map((code) => additionalCodeNote(code, lineIndex + 1)),
    unasked(documents, (code) => measures.some((one) => asksFor(one, code, line))).map((code) =>
      documentNote(code, lineIndex + 1),
    ),
  ])
}

function unasked(
  stated: readonly string[] | undefined,
  isAsked: (code: string) => boolean,
): readonly string[] {
  return [...new Set(stated)].filter((code) => !isAsked(code))
}

/** A preference whose measure names no document can be proven by any. */
function asksFor({ area, conditions }: Measure, document: string, { preference }: QuoteLine) {
  const named = conditions.some(({ documentCode }) => documentCode !== undefined)
  if (!named) return preference !== undefined && area === preference
  return conditions.some(({ documentCode }) => documentCode === document)
}

function documentNote(code: string, line: number): BilingualText {
  return {
    en: `Line ${line} states document ${code}, which no measure loaded for these goods asks for: it changes nothing.`,
    zh: `第${line}行填写了单证 ${code}，但就该货物载入的措施均不要求此单证，故不影响税费。`,
  }
}

function additionalCodeNote(code: string, line: number): BilingualText {
  return {
    en: `Line ${line} states additional code ${code}, which no measure loaded for these goods has: it changes nothing.`,
    zh: `第${line}行填写了附加编码 ${code}，但就该货物载入的措施均无此编码，故不影响税费。`,
  }
}
