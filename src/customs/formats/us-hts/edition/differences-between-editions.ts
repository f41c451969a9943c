import { rateWording } from '../rate/rate-wording.ts'
import type { SpecialRate } from '../rate/rate.ts'
import type { BaseRates, HtsEdition } from './hts-edition.ts'

/** The columns in which an edition prints rates. */
export type RateColumn = 'general' | 'special' | 'column2' | 'additionalDuties'

/** A rate that another edition prints otherwise; absent on the side where nothing is printed. */
export interface RateChange {
  readonly code: string
  readonly column: RateColumn
  readonly before?: string
  readonly after?: string
}

/** A text that says something else of the same code. */
export interface TextChange {
  readonly code: string
  readonly before: string
  readonly after: string
}

/** What one edition of the schedule says otherwise than another, by code in order. */
export interface EditionDifferences {
  readonly before: string
  readonly after: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** At the lines that state the rates; statistical lines follow theirs. */
  readonly ratesChanged: readonly RateChange[]
  /** With the headings without a code that stand between a line and the code above it. */
  readonly descriptionsChanged: readonly TextChange[]
  /** Notes such as `See 9903.88.15.`, where both files have notes to state. */
  readonly footnotesChanged: readonly TextChange[]
}

/** What is compared of an edition. */
export type ComparedEdition = Pick<HtsEdition, 'id' | 'nomenclature' | 'rates' | 'footnotes'>

/** Compares two editions of the schedule. Spaces and the order of programmes are no difference. */
export function differencesBetweenEditions(
  before: ComparedEdition,
  after: ComparedEdition,
): EditionDifferences {
  const textsBefore = textsByCode(before)
  const textsAfter = textsByCode(after)
  const kept = [...textsBefore.keys()].filter((code) => textsAfter.has(code)).sort()
  return {
    before: before.id,
    after: after.id,
    added: [...textsAfter.keys()].filter((code) => !textsBefore.has(code)).sort(),
    removed: [...textsBefore.keys()].filter((code) => !textsAfter.has(code)).sort(),
    ratesChanged: kept.flatMap((code) => rateChanges(code, before, after)),
    descriptionsChanged: kept.flatMap((code) =>
      textChange(code, textsBefore.get(code) ?? '', textsAfter.get(code) ?? ''),
    ),
    footnotesChanged: kept.flatMap((code) => footnoteChange(code, before, after)),
  }
}

/** The description of each code together with the headings without a code above it. */
function textsByCode({ nomenclature }: ComparedEdition): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const way: { readonly depth: number; readonly text: string }[] = []
  for (const { code, depth, descriptions } of nomenclature.rows) {
    while (way.length > 0 && way.at(-1)!.depth >= depth) way.pop()
    const text = [way.at(-1)?.text, descriptions.en].filter(Boolean).join(' › ')
    if (code !== undefined) texts.set(code, text)
    // Below a code its own text is known by the code, and a change of it is told there.
    way.push({ depth, text: code === undefined ? text : '' })
  }
  return texts
}

const columns: readonly RateColumn[] = ['general', 'special', 'column2', 'additionalDuties']

function rateChanges(
  code: string,
  before: ComparedEdition,
  after: ComparedEdition,
): readonly RateChange[] {
  const [was, is] = [before.rates.get(code), after.rates.get(code)]
  if (was?.statedBy !== code && is?.statedBy !== code) return []
  return columns.flatMap((column) => {
    const [textBefore, textAfter] = [printed(was, column), printed(is, column)]
    if (textBefore === textAfter) return []
    return {
      code,
      column,
      ...(textBefore !== undefined && { before: textBefore }),
      ...(textAfter !== undefined && { after: textAfter }),
    }
  })
}

/** What a column prints, in one form. */
function printed(rates: BaseRates | undefined, column: RateColumn): string | undefined {
  if (column === 'special') return printedSpecial(rates?.special ?? [])
  const text = rates?.[column]?.text
  return text === undefined ? undefined : rateWording(text)
}

function printedSpecial(rates: readonly SpecialRate[]): string | undefined {
  if (rates.length === 0) return undefined
  return rates
    .map(({ text, programmes }) => {
      const wording = rateWording(text)
      return programmes === undefined ? wording : `${wording} (${programmes.toSorted().join(',')})`
    })
    .join(' ')
}

function footnoteChange(
  code: string,
  before: ComparedEdition,
  after: ComparedEdition,
): readonly TextChange[] {
  if (before.footnotes === undefined || after.footnotes === undefined) return []
  return textChange(code, notesAt(before.footnotes, code), notesAt(after.footnotes, code))
}

function notesAt(footnotes: NonNullable<ComparedEdition['footnotes']>, code: string): string {
  return (footnotes.get(code) ?? [])
    .map(({ columns: of, text }) => `${of.join(',')}: ${text}`)
    .join(' ')
}

function textChange(code: string, before: string, after: string): readonly TextChange[] {
  return before === after ? [] : [{ code, before, after }]
}
