import type { BilingualText } from '../../customs/bilingual-text.ts'
import { type BaseRates, printedCode } from '../../customs/formats/us-hts/index.ts'
import type { ShownCode, ShownLine, ShownMeasure } from '../../tariffs/index.ts'
import { additionalDutiesText } from './additional-duties-text.ts'
import { conditionsText } from './conditions-text.ts'
import { chargedText, dutyHistoryText } from './charged-text.ts'

/** What an edition says of a code, in lines for people. */
export function shownCodeText(shown: ShownCode): readonly string[] {
  const { edition, code, on, origin } = shown
  const published = edition.publishedOn === undefined ? '' : `, published ${edition.publishedOn}`
  return [
    `${printedCode(code)} on ${on}${origin === undefined ? '' : `, made in ${origin}`}`,
    `edition ${edition.edition}, holds from ${edition.effectiveFrom}${published}`,
    ...(edition.standsIn === undefined ? [] : [standsInText[edition.standsIn]]),
    '',
    ...shown.path.map((line, depth) => `${'  '.repeat(depth)}${lineText(line)}`),
    ...declarableText(shown),
    ...unitsText(shown),
    ...ratesText(shown),
    ...measuresText(shown),
    ...chargedText(shown),
    ...additionalDutiesText(shown),
    ...dutyHistoryText(shown),
    ...footnotesText(shown),
  ]
}

const standsInText = {
  'nothing-imported':
    'no official edition is imported: this is the starter tariff that comes with the program',
  'not-in-import':
    'what is imported does not hold this: the starter tariff that comes with the program answers',
} as const

function lineText({ code, description }: ShownLine): string {
  const text = description.en ?? Object.values(description)[0] ?? ''
  return code === undefined ? text : `${printedCode(code)}  ${text}`
}

function declarableText({ declarable }: ShownCode): readonly string[] {
  if (declarable === undefined) return []
  return [
    '',
    'This code heads a group; goods are declared by one of:',
    ...declarable.map((line) => `  ${lineText(line)}`),
  ]
}

function unitsText({ supplementaryUnits }: ShownCode): readonly string[] {
  if (supplementaryUnits === undefined || supplementaryUnits.length === 0) return []
  return ['', `units of quantity: ${supplementaryUnits.join(', ')}`]
}

function ratesText({ rates, declarable, edition, ratesFrom }: ShownCode): readonly string[] {
  if (ratesFrom !== undefined) {
    return ['', `rates: not in this edition; those of ${ratesFrom.edition} are used`]
  }
  if (rates === undefined) {
    const hasRates = edition.format !== 'taric'
    return declarable !== undefined || hasRates
      ? []
      : ['', 'rates: not in this edition, which is a nomenclature alone']
  }
  const { general, special, column2, additionalDuties, statedBy } = rates
  return [
    '',
    `rates as printed at ${printedCode(statedBy)}:`,
    `  general: ${general?.text ?? '(none)'}`,
    ...special.map(
      ({ text, programmes }) =>
        `  special: ${text} (${programmes?.join(', ') ?? 'all programmes'})`,
    ),
    `  column 2: ${column2?.text ?? '(none)'}`,
    ...(additionalDuties === undefined ? [] : [`  additional duties: ${additionalDuties.text}`]),
  ]
}

function measuresText({ measures, origin, rates }: ShownCode): readonly string[] {
  if (measures === undefined) return []
  return [
    '',
    `goods of ${origin} bear or may claim:`,
    ...measures.flatMap((measure) => {
      const what = measure.name?.en ?? 'duty of the schedule'
      const rate = `${rateOf(measure, rates)}${reason(measure.notWorkedOut)}`
      const law = measure.law?.title ?? 'law not stated'
      return [`  ${what}: ${rate}${termsText(measure)} (${law})`, ...conditionsText(measure)]
    }),
  ]
}

/** As the schedule prints it; of a tariff that prints none, in the terms of the measure. */
function rateOf(measure: ShownMeasure, rates: BaseRates | undefined): string {
  if (rates !== undefined) return printedRate(measure, rates)
  return 'documents' in measure ? (measure.rate ?? 'no rate of its own') : ''
}

/** Whose goods and on which days; a schedule that is printed says it otherwise. */
function termsText(measure: ShownMeasure): string {
  if (!('documents' in measure)) return ''
  const { area, excludedAreas, quotaOrderNumber, additionalCode, validity } = measure
  const terms = [
    area === EVERY_COUNTRY ? 'all countries' : `for ${area}`,
    ...(excludedAreas.length === 0 ? [] : [`without ${excludedAreas.join(' ')}`]),
    ...(quotaOrderNumber === undefined ? [] : [`quota ${quotaOrderNumber}`]),
    ...(additionalCode === undefined ? [] : [`additional code ${additionalCode.code}`]),
    `since ${validity.from}`,
    ...(validity.until === undefined ? [] : [`until ${validity.until}`]),
  ]
  return `, ${terms.join(', ')}`
}

/** Goods of column 2 have a measure for their country alone, all others one for every country. */
function printedRate({ type, area }: ShownMeasure, rates: BaseRates): string {
  const special = rates.special.find(({ programmes }) => programmes?.includes(area))
  if (type === '142') return special?.text ?? ''
  return (area === EVERY_COUNTRY ? rates.general : rates.column2)?.text ?? ''
}

const EVERY_COUNTRY = '1011'

function reason(notWorkedOut: BilingualText | undefined): string {
  return notWorkedOut === undefined ? '' : `, not worked out: ${notWorkedOut.en}`
}

function footnotesText({ footnotes }: ShownCode): readonly string[] {
  if (footnotes === undefined || footnotes.length === 0) return []
  return [
    '',
    'notes:',
    ...footnotes.map(
      ({ at, columns, text }) => `  ${printedCode(at)} ${columns.join(', ')}: ${text}`,
    ),
  ]
}
