import type { BilingualText } from '../bilingual-text.ts'
import type { LawReference } from '../law/law.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { Agenda } from './agenda.ts'
import type { EasternTime, EasternWindow } from './eastern-time.ts'
import type { ProductList } from './product-list.ts'
import type { ProgrammeCondition } from './programme-condition.ts'
import type { ProgrammeEntry, ProgrammesFile, ProvisionMode, ValuePart } from './programme.ts'

/** A law as a provision cites it, with how well it is known. */
export interface ProgrammeLaw extends LawReference {
  readonly confidence: ProgrammesFile['laws'][number]['confidence']
}

/** Headings, with the ranges of the file written out. */
export type Headings = ReadonlySet<string>

/** A condition that can be decided by itself: the headings that it means are written out. */
export type DecidableCondition =
  | Exclude<ProgrammeCondition, { fact: 'under-heading' | 'heading-declared' }>
  | { readonly fact: 'heading-declared'; readonly heading: string }
  | { readonly fact: 'under-heading'; readonly headings: Headings }

/** A part of the value that can be worked out, see `valuePart` in the schema. */
export type MeasurablePart =
  | { readonly of: 'all-that-is-left' }
  | Exclude<ValuePart, { of: 'under-heading' }>
  | { readonly of: 'under-heading'; readonly headings: Headings }

/** The goods that a provision reaches; all goods where it names neither lists nor codes. */
export interface ProductScope {
  readonly lists: readonly string[]
  readonly codes: readonly string[]
  readonly exceptCodes: readonly string[]
  readonly exceptLists: readonly string[]
}

/** A provision of Chapter 99, ready to be applied. */
export interface Provision {
  readonly heading?: string
  readonly headingWhenReached?: string
  readonly mode: ProvisionMode
  /** A percentage, `25` for a quarter; absent where nothing is charged. */
  readonly percent?: DecimalText
  readonly part: MeasurablePart
  /** Absent for all countries. */
  readonly origins?: ReadonlySet<string>
  readonly exceptOrigins: ReadonlySet<string>
  readonly products: ProductScope
  readonly when: readonly DecidableCondition[]
  readonly window: EasternWindow
  readonly law: ProgrammeLaw
  readonly endedBy?: ProgrammeLaw
  readonly about?: BilingualText
}

/** The additional duties under one statute that answer to one another, ready to be applied. */
export interface Programme {
  readonly id: string
  readonly authority: ProgrammeEntry['authority']
  readonly name: BilingualText
  readonly order: number
  /** The provisions for goods of a country that any of them names, in their order. */
  readonly byOrigin: ReadonlyMap<string, readonly Provision[]>
  /** The provisions for goods of all other countries. */
  readonly elsewhere: readonly Provision[]
}

/** What is known of a list without its codes. */
export interface ListDefinition {
  readonly id: string
  readonly title: BilingualText
  /** The Chapter 99 heading that tables and footnotes know the list by. */
  readonly heading?: string
  /** The footnotes of the schedule refer to the heading at every code of the list, and at no other. */
  readonly isFootnoted?: true
}

/** All programmes of a file, ready to be applied. */
export interface Programmes {
  /** A programme stands after all those whose headings it asks about. */
  readonly inOrderOfDecision: readonly Programme[]
  /** What of them has to be gone into for goods of a country at a time. */
  readonly agenda: (origin: string, at: EasternTime) => Agenda
  readonly questions: ReadonlyMap<string, BilingualText>
  readonly lists: ReadonlyMap<string, ListDefinition>
  /** The lists whose codes the file holds. */
  readonly heldLists: readonly ProductList[]
}

/** The provisions of a programme for goods of a country, in their order. */
export function provisionsFor(programme: Programme, origin: string): readonly Provision[] {
  return programme.byOrigin.get(origin) ?? programme.elsewhere
}
