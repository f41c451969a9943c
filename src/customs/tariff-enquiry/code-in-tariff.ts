import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate, Validity } from '../calendar/local-date.ts'
import { dutyText } from '../duty/duty-text.ts'
import type { LoadedTariff } from '../landed-cost/landed-cost-book.ts'
import type { Measure } from '../measures/measure.ts'
import { nameOfMeasure } from '../measures/name-of-measure.ts'
import type { MeasureRole } from '../measures/measure-type.ts'
import type { ChapterNames } from '../nomenclature/chapter-names.ts'
import { declarableEntry } from '../nomenclature/declarable-entry.ts'
import { findCode } from '../nomenclature/find-code.ts'
import { ancestorsOf, childrenOf, isDeclarable } from '../nomenclature/hierarchy.ts'
import {
  editionOn,
  entriesBelow,
  type IndexedNomenclature,
  type NomenclatureEntry,
} from '../nomenclature/nomenclature.ts'
import type { TextByLanguage } from '../nomenclature/nomenclature-edition.ts'
import { type Result, success } from '../result.ts'
import { type ReadCondition, readCondition } from './read-condition.ts'

/** A code that somebody wants to read about. */
export interface AskedCode {
  /** Digits alone, as many as are known; none for the top of the tariff. */
  readonly code: string
  /** ISO 3166 code; without it nobody can say which rates goods may claim. */
  readonly origin?: string
  readonly on: LocalDate
}

/** A line of the nomenclature as it is read. */
export interface TariffLine {
  /** Absent on a heading that only parts the lines below it. */
  readonly code?: string
  readonly description: TextByLanguage
  readonly isDeclarable: boolean
}

/** A measure as it is read: the rate as a tariff prints it. */
export interface ReadMeasure {
  readonly id: string
  readonly type: string
  /** Absent for a type that is not worked out here, such as a licence. */
  readonly role?: MeasureRole
  readonly name: BilingualText
  readonly area: string
  readonly excludedAreas: readonly string[]
  /** Absent where only conditions state one, or it has no exact form. */
  readonly rate?: string
  readonly notWorkedOut?: BilingualText
  readonly additionalCode?: Measure['additionalCode']
  readonly quotaOrderNumber?: string
  /** Documents that the measure asks for. */
  readonly documents: readonly string[]
  /** In the order in which they are tried. */
  readonly conditions: readonly ReadCondition[]
  readonly validity: Validity
  readonly law?: Measure['law']
}

/** What a tariff says of a code on a day. */
export interface CodeInTariff extends AskedCode {
  readonly edition: { readonly id: string; readonly validFrom: LocalDate }
  /** From the chapter down to the line of the code itself; shorter where no line has just its digits. */
  readonly path: readonly TariffLine[]
  /** The lines right below. */
  readonly children: readonly TariffLine[]
  readonly isDeclarable: boolean
  /** Absent where the edition states none. */
  readonly supplementaryUnits?: readonly string[]
  /** For goods of the origin; absent without one. */
  readonly measures?: readonly ReadMeasure[]
}

/** The tariff that is read, and what its chapters are called. */
export interface ReadTariff {
  readonly tariff: LoadedTariff
  readonly chapters: ChapterNames
}

/**
 * Reads a code of any length in a tariff, or in the one that stands in for what it does not hold.
 * Fails with `tariff-edition-missing` before the first edition, and with `unknown-commodity-code`,
 * which says how much of its beginning is known.
 */
export function codeInTariff(from: ReadTariff, asked: AskedCode): Result<CodeInTariff> {
  const read = codeInOne(from, asked)
  const { standIn } = from.tariff
  if (read.ok || standIn === undefined) return read
  const inStead = codeInTariff({ ...from, tariff: standIn }, asked)
  return inStead.ok ? inStead : read
}

function codeInOne(from: ReadTariff, asked: AskedCode): Result<CodeInTariff> {
  const { nomenclature } = from.tariff
  const within = editionOn(nomenclature, asked.on)
  if (within !== undefined && asked.code === '') return success(topOf(within, asked, from.chapters))
  const standing = findCode(nomenclature, asked)
  switch (standing.kind) {
    case 'declarable':
      return success(readLine(from, asked, standing.entry))
    case 'heads-a-group':
      // The only line below a short code is the one to declare by, and not the line of the short code.
      return success(
        standing.entry === undefined || isDeclarable(standing.entry)
          ? withoutLine(within!, asked, from.chapters)
          : readLine(from, asked, standing.entry),
      )
    case 'unknown':
    case 'before-the-first-edition': {
      const refused = declarableEntry(nomenclature, { ...asked, path: '/code' })
      if (refused.ok) throw new Error(`${asked.code} is known and is not`)
      return refused
    }
  }
}

function readLine(
  { tariff, chapters }: ReadTariff,
  asked: AskedCode,
  entry: NomenclatureEntry,
): CodeInTariff {
  const { code, origin, on } = asked
  const units = entry.row.supplementaryUnits
  return {
    ...asked,
    edition: editionOf(entry.within),
    path: belowChapter([...ancestorsOf(entry), entry].map(lineOf), code, chapters),
    children: childrenOf(entry).map(lineOf),
    isDeclarable: isDeclarable(entry),
    ...(units && { supplementaryUnits: units }),
    ...(origin !== undefined && {
      measures: tariff.measures
        .measuresFor({ code, origin, on })
        .map((measure) => readMeasure(measure, tariff)),
    }),
  }
}

/** Digits for which no line stands, such as a chapter in a schedule without a line for it. */
function withoutLine(
  within: IndexedNomenclature,
  asked: AskedCode,
  chapters: ChapterNames,
): CodeInTariff {
  const below = entriesBelow(within, asked.code, asked.on)
  return {
    ...asked,
    edition: editionOf(within),
    path: belowChapter([], asked.code, chapters),
    children: highestOf(below).map(lineOf),
    isDeclarable: false,
  }
}

function topOf(within: IndexedNomenclature, asked: AskedCode, names: ChapterNames): CodeInTariff {
  return {
    ...asked,
    edition: editionOf(within),
    path: [],
    children: chaptersOf(within, asked.on).map((code) => chapterLine(code, names)),
    isDeclarable: false,
  }
}

/** The chapters that hold lines on the day, by their two digits. */
function chaptersOf(within: IndexedNomenclature, on: LocalDate): readonly string[] {
  const chapters = [...new Set(within.codes.map((code) => code.slice(0, 2)))]
  return chapters.filter((code) => entriesBelow(within, code, on).length > 0)
}

/** A chapter in our own words: some tariffs have no line for it, and others shout its title. */
function chapterLine(code: string, chapters: ChapterNames): TariffLine {
  return { code, description: { ...chapters.get(code) }, isDeclarable: false }
}

/** The way down to a code begins with its chapter, also in tariffs without a line for it. */
function belowChapter(
  path: readonly TariffLine[],
  code: string,
  chapters: ChapterNames,
): readonly TariffLine[] {
  const chapter = code.slice(0, 2)
  const hasOwn = path.some((line) => line.code === chapter || line.code === `${chapter}00000000`)
  return hasOwn ? path : [chapterLine(chapter, chapters), ...path]
}

/** The lines that belong to none of the others. */
function highestOf(entries: readonly NomenclatureEntry[]): readonly NomenclatureEntry[] {
  const positions = new Set(entries.map(({ position }) => position))
  return entries.filter(
    (entry) => !ancestorsOf(entry).some(({ position }) => positions.has(position)),
  )
}

function editionOf({ edition: { id, validFrom } }: IndexedNomenclature) {
  return { id, validFrom }
}

function lineOf(entry: NomenclatureEntry): TariffLine {
  const { code, descriptions: description } = entry.row
  return {
    ...(code !== undefined && { code }),
    ...{ description, isDeclarable: isDeclarable(entry) },
  }
}

function readMeasure(measure: Measure, { types, units }: LoadedTariff): ReadMeasure {
  const type = types.get(measure.type)
  const { id, area, excludedAreas, validity, conditions, expression, law } = measure
  const { notWorkedOut, additionalCode, quotaOrderNumber } = measure
  return {
    ...{ id, type: measure.type, area, excludedAreas, validity },
    ...(type && { role: type.role }),
    name:
      type === undefined
        ? (measure.name ?? unknownType(measure.type))
        : nameOfMeasure(measure, type),
    documents: [...new Set(conditions.flatMap(({ documentCode }) => documentCode ?? []))],
    conditions: conditions.map((condition) => readCondition(condition, units)),
    ...(expression && { rate: dutyText(expression, units) }),
    ...(notWorkedOut && { notWorkedOut }),
    ...(additionalCode && { additionalCode }),
    ...(quotaOrderNumber !== undefined && { quotaOrderNumber }),
    ...(law && { law }),
  }
}

function unknownType(type: string): BilingualText {
  return { en: `Measure of type ${type}`, zh: `${type} 类措施` }
}
