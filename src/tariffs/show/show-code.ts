import type { LocalDate } from '../../customs/calendar/local-date.ts'
import {
  type BaseRates,
  type FoundFootnote,
  footnotesTo,
  scheduleMeasures,
  type SpecialProgrammes,
} from '../../customs/formats/us-hts/index.ts'
import type { Measure } from '../../customs/measures/measure.ts'
import { declarableEntry } from '../../customs/nomenclature/declarable-entry.ts'
import { findCode } from '../../customs/nomenclature/find-code.ts'
import { ancestorsOf } from '../../customs/nomenclature/hierarchy.ts'
import {
  createNomenclature,
  type NomenclatureEntry,
} from '../../customs/nomenclature/nomenclature.ts'
import type { TextByLanguage } from '../../customs/nomenclature/nomenclature-edition.ts'
import { type Result, success } from '../../customs/result.ts'
import type { ScheduleContent } from '../content/schedule-content.ts'
import type { TariffEdition } from '../edition.ts'

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

/** What an edition says of a code on a day. */
export interface ShownCode {
  readonly code: string
  readonly on: LocalDate
  readonly origin?: string
  readonly edition: TariffEdition
  /** The lines from the top down to the code itself. */
  readonly path: readonly ShownLine[]
  /** Absent where the edition states none. */
  readonly supplementaryUnits?: readonly string[]
  /** The columns as printed; absent where the edition has none for the code. */
  readonly rates?: BaseRates
  /** What goods of the origin bear or may claim; absent without an origin or without rates. */
  readonly measures?: readonly Measure[]
  /** Absent where the edition's file has none to state. */
  readonly footnotes?: readonly FoundFootnote[]
  /** For a code that heads a group: the lines that its goods are declared by. */
  readonly declarable?: readonly ShownLine[]
}

/** What a question is answered from. */
export interface ShownFrom {
  readonly edition: TariffEdition
  /** At least the chapter of the code. */
  readonly content: ScheduleContent
  readonly programmes: SpecialProgrammes
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
        declarable: standing.declarable.map(line),
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
  { edition, content, programmes }: ShownFrom,
  entry: NomenclatureEntry | undefined,
): ShownCode {
  const { code, origin, on } = question
  const rates = content.rates?.get(code)
  const units = entry?.row.supplementaryUnits
  const footnotes = footnotesTo(content, code)
  return {
    ...question,
    edition,
    path: entry === undefined ? [] : [...ancestorsOf(entry), entry].map(line),
    ...(units && { supplementaryUnits: units }),
    ...(rates && { rates }),
    ...(rates &&
      origin !== undefined && {
        measures: measuresFrom(edition, content, programmes).measuresFor({ code, origin, on }),
      }),
    ...(footnotes && { footnotes }),
  }
}

function measuresFrom(
  { edition: id, effectiveFrom: validFrom }: TariffEdition,
  { rates }: ScheduleContent,
  programmes: SpecialProgrammes,
) {
  return scheduleMeasures([{ id, validFrom, rates: rates ?? new Map() }], programmes)
}

function line({ row: { code, descriptions } }: NomenclatureEntry): ShownLine {
  return { ...(code !== undefined && { code }), description: descriptions }
}
