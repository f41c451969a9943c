import type { LocalDate } from '../calendar/local-date.ts'
import { declarableBelow, isDeclarable } from './hierarchy.ts'
import {
  editionOn,
  entriesBelow,
  type IndexedNomenclature,
  type Nomenclature,
  type NomenclatureEntry,
} from './nomenclature.ts'

/** A code that somebody asks about. */
export interface WantedCode {
  /** Digits alone, as many as are known: nothing is put behind them and nothing is taken off. */
  readonly code: string
  /** Which line is meant where a code has several; unless stated, the one that may be declared. */
  readonly suffix?: string
  readonly on: LocalDate
}

/** What a nomenclature says to a code on a day. */
export type CodeStanding =
  | { readonly kind: 'declarable'; readonly entry: NomenclatureEntry }
  /** The code is too short, or its line has lines below it. */
  | {
      readonly kind: 'heads-a-group'
      /** The line of the group itself; absent where none stands for just these digits. */
      readonly entry?: NomenclatureEntry
      /** All lines that the goods of the group may be declared by. */
      readonly declarable: readonly NomenclatureEntry[]
    }
  | {
      readonly kind: 'unknown'
      readonly editionId: string
      /** The longest beginning of the code that lines are known for; absent where there is none. */
      readonly knownBeginning?: string
    }
  | {
      readonly kind: 'before-the-first-edition'
      /** The first day that an edition is there for; absent where none is there at all. */
      readonly firstDay?: LocalDate
    }

/** Looks a code of any length up. */
export function findCode(nomenclature: Nomenclature, wanted: WantedCode): CodeStanding {
  const within = editionOn(nomenclature, wanted.on)
  if (within === undefined) {
    const firstDay = nomenclature.editions.at(-1)?.edition.validFrom
    return { kind: 'before-the-first-edition', ...(firstDay && { firstDay }) }
  }
  if (wanted.code === '') return { kind: 'unknown', editionId: within.edition.id }
  const below = entriesBelow(within, wanted.code, wanted.on)
  const line = lineOf(below, wanted)
  if (line !== undefined) return standingOf(line)
  // With a suffix one line is meant, and it is not there.
  if (below.length === 0 || wanted.suffix !== undefined) return unknown(within, wanted)
  const declarable = below.filter(isDeclarable)
  const entry = groupLine(below)
  return { kind: 'heads-a-group', declarable, ...(entry && { entry }) }
}

/** The line with exactly the code that is asked about. */
function lineOf(
  below: readonly NomenclatureEntry[],
  { code, suffix }: WantedCode,
): NomenclatureEntry | undefined {
  const lines = below.filter(({ row }) => row.code === code)
  if (suffix !== undefined) return lines.find(({ row }) => row.suffix === suffix)
  return lines.find(({ row }) => row.mayBeDeclared) ?? lines.at(-1)
}

function standingOf(entry: NomenclatureEntry): CodeStanding {
  if (isDeclarable(entry)) return { kind: 'declarable', entry }
  return { kind: 'heads-a-group', entry, declarable: declarableBelow(entry) }
}

/**
 * The line that stands for a beginning of codes although it is published with more digits, as the
 * integrated tariffs publish subheadings: all others belong to it.
 */
function groupLine(below: readonly NomenclatureEntry[]): NomenclatureEntry | undefined {
  const first = below.find(({ row }) => row.mayBeDeclared)
  if (first === undefined) return undefined
  const others = below.filter(({ position }) => position > first.position)
  return others.every(({ row }) => row.depth > first.row.depth) ? first : undefined
}

function unknown(within: IndexedNomenclature, { code, on }: WantedCode): CodeStanding {
  const editionId = within.edition.id
  for (let length = code.length; length >= 2; length -= 1) {
    const knownBeginning = code.slice(0, length)
    if (entriesBelow(within, knownBeginning, on).length > 0) {
      return { kind: 'unknown', editionId, knownBeginning }
    }
  }
  return { kind: 'unknown', editionId }
}
