import type { LocalDate } from '../../customs/calendar/local-date.ts'
import {
  type BaseRates,
  type FoundFootnote,
  footnotesTo,
  scheduleMeasures,
  type SpecialProgrammes,
} from '../../customs/formats/us-hts/index.ts'
import type { Measure } from '../../customs/measures/measure.ts'
import type { MeasureTypes } from '../../customs/measures/measure-type.ts'
import { nameOfMeasure } from '../../customs/measures/name-of-measure.ts'
import { declarableEntry } from '../../customs/nomenclature/declarable-entry.ts'
import { findCode } from '../../customs/nomenclature/find-code.ts'
import { ancestorsOf } from '../../customs/nomenclature/hierarchy.ts'
import {
  createNomenclature,
  type NomenclatureEntry,
} from '../../customs/nomenclature/nomenclature.ts'
import type { TextByLanguage } from '../../customs/nomenclature/nomenclature-edition.ts'
import { type Failures, type Result, success } from '../../customs/result.ts'
import type { DutyPeriod } from '../../customs/tariff-enquiry/duty-history.ts'
import type { ReadMeasure } from '../../customs/tariff-enquiry/code-in-tariff.ts'
import type { RatesOnDay } from '../../customs/tariff-enquiry/rates-on-day.ts'
import type { StackingLaw } from '../../customs/programmes/index.ts'
import type { ScheduleContent } from '../content/schedule-content.ts'
import type { TariffEdition } from '../edition.ts'
import { type ShownAdditionalDuties, shownAdditionalDuties } from './shown-additional-duties.ts'

/** What somebody wants to see of a code. */
export interface ShownQuestion {
  /** Digits alone, as many as are known. */
  readonly code: string
  /** ISO 3166 code; without it nobody can say which rates goods may claim. */
  readonly origin?: string
  readonly on: LocalDate
}

/** A line of the nomenclature as it is shown. */
export interface ShownLine {
  /** Absent on a heading that only parts the lines below it. */
  readonly code?: string
  readonly description: TextByLanguage
}

/** The edition that answers: one that was imported, or a starter tariff that comes with the program. */
export interface ShownEdition extends Pick<
  TariffEdition,
  'edition' | 'publishedOn' | 'effectiveFrom' | 'territory' | 'format'
> {
  /** Why the starter tariff answers; absent of an imported edition. */
  readonly standsIn?: 'nothing-imported' | 'not-in-import'
}

/** A measure of a schedule whose columns are shown as printed, or one as an integrated tariff has it. */
export type ShownMeasure = Measure | ReadMeasure

/** What an edition says of a code on a day. */
export interface ShownCode {
  readonly code: string
  readonly on: LocalDate
  readonly origin?: string
  readonly edition: ShownEdition
  /** The lines from the top down to the code itself. */
  readonly path: readonly ShownLine[]
  /** Absent where the edition states none. */
  readonly supplementaryUnits?: readonly string[]
  /** The columns as printed; absent where the edition has none for the code. */
  readonly rates?: BaseRates
  /** What goods of the origin bear or may claim; absent without an origin or without rates. */
  readonly measures?: readonly ShownMeasure[]
  /** Whose measures and rates these are, where the edition has none of its own. */
  readonly ratesFrom?: ShownEdition
  /** The rates that a quote would charge, or why it charges none; absent beside columns as printed. */
  readonly charged?: RatesOnDay
  readonly notCharged?: Failures
  /** What the United States charge on top; absent elsewhere, and where there are no measures. */
  readonly additionalDuties?: ShownAdditionalDuties
  /** How the duty changed; absent unless asked for. */
  readonly history?: readonly DutyPeriod[]
  /** Absent where the edition's file has none to state. */
  readonly footnotes?: readonly FoundFootnote[]
  /** For a code that heads a group: the lines that its goods are declared by. */
  readonly declarable?: readonly ShownLine[]
}

/** What a question is answered from. */
export interface ShownFrom {
  readonly edition: ShownEdition
  /** At least the chapter of the code. */
  readonly content: ScheduleContent
  readonly programmes: SpecialProgrammes
  /** By the names that they have in this tariff. */
  readonly types: MeasureTypes
  /** The additional duties of the United States; for its editions alone. */
  readonly law?: StackingLaw
}

/**
 * What an edition says of a code of any length. A code that heads a group is answered with the lines
 * below it by which goods are declared; it is never padded.
 *
 * Fails with `unknown-commodity-code`, with what is known of its beginning.
 */
export function showCode(question: ShownQuestion, from: ShownFrom): Result<ShownCode> {
  const { edition, content } = from
  const { edition: id, effectiveFrom: validFrom } = edition
  const nomenclature = createNomenclature([{ id, validFrom, rows: content.rows }])
  const standing = findCode(nomenclature, question)
  switch (standing.kind) {
    case 'declarable':
      return success(shown(question, from, standing.entry))
    case 'heads-a-group':
      return success({
        ...shown(question, from, standing.entry),
        declarable: standing.declarable.map(shownLine),
      })
    case 'unknown':
    case 'before-the-first-edition': {
      const refused = declarableEntry(nomenclature, { ...question, path: '/code' })
      if (refused.ok) throw new Error(`${question.code} is known and is not`)
      return refused
    }
  }
}

function shown(
  question: ShownQuestion,
  from: ShownFrom,
  entry: NomenclatureEntry | undefined,
): ShownCode {
  const { edition, content } = from
  const rates = content.rates?.get(question.code)
  const units = entry?.row.supplementaryUnits
  const footnotes = footnotesTo(content, question.code)
  return {
    ...question,
    edition,
    path: entry === undefined ? [] : [...ancestorsOf(entry), entry].map(shownLine),
    ...(units && { supplementaryUnits: units }),
    ...(rates && { rates, ...dutiesFor(question, from) }),
    ...(footnotes && { footnotes }),
  }
}

/** What goods of an origin bear; without an origin nobody can say. */
function dutiesFor(
  { code, origin, on }: ShownQuestion,
  { edition, content, programmes, types, law }: ShownFrom,
): Pick<ShownCode, 'measures' | 'additionalDuties'> {
  if (origin === undefined) return {}
  const goods = { code, origin, on }
  const measures = measuresFrom(edition, content, programmes).measuresFor(goods)
  return {
    measures: measures.map((measure) => {
      const type = types.get(measure.type)
      return type === undefined ? measure : { ...measure, name: nameOfMeasure(measure, type) }
    }),
    ...(law && { additionalDuties: shownAdditionalDuties(law, goods, measures) }),
  }
}

function measuresFrom(
  { edition: id, effectiveFrom: validFrom }: ShownEdition,
  { rates }: ScheduleContent,
  programmes: SpecialProgrammes,
) {
  return scheduleMeasures([{ id, validFrom, rates: rates ?? new Map() }], programmes)
}

/** A line of the nomenclature as it is shown. */
export function shownLine({ row: { code, descriptions } }: NomenclatureEntry): ShownLine {
  return { ...(code !== undefined && { code }), description: descriptions }
}
