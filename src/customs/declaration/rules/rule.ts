import type { BilingualText } from '../../bilingual-text.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import type { Money } from '../../money/money.ts'
import type { Declaration } from '../declaration.ts'
import type { GoodsItem } from '../goods-item.ts'
import type { DataSet } from './data-set.ts'
import type { DeclarationCodes } from './declaration-codes.ts'
import type { QuotedItem } from './quoted-item.ts'

/**
 * Facts of the case that a declaration alone does not tell. Where one is absent from the context,
 * the rules that need it are not judged.
 */
export interface CaseFacts {
  /** For consignments of low value: intrinsic value and limit, both in the limit's currency. */
  readonly lowValue?: { readonly intrinsicValue: Money; readonly limit: Money }
  /** The day on which the declaration is lodged, where it is known and not only assumed. */
  readonly lodgedOn?: LocalDate
  /** What our own calculation makes of the goods items. */
  readonly quotedItems?: readonly QuotedItem[]
}

/**
 * What the rules need beyond the declaration. Limits and lists change with the date, so they come in
 * as values from the dated data.
 */
export interface RuleContext extends CaseFacts, DeclarationCodes {
  /** The data set that the declaration claims, as `formats/uk-cds/data-set-of.ts` tells it. */
  readonly dataSet: DataSet
  /** The day for which the rules and code lists are asked: when the declaration is lodged. */
  readonly on: LocalDate
}

/** One place where a declaration breaks a rule. */
export interface Breach {
  /** JSON Pointer into the declaration. */
  readonly path: string
  /** What is wrong, in one sentence. */
  readonly message: BilingualText
}

/** Where a rule comes from. */
export interface RuleSource {
  /** Title of the document, with the part of it. */
  readonly document: string
  readonly address: string
}

/** A rule of the authority that a declaration must keep before it is sent. */
export interface DeclarationRule {
  /** Stable name, used in records and by the people who talk about it. */
  readonly id: string
  /** `error` stops the sending, `warning` is shown to a person. */
  readonly severity: 'error' | 'warning'
  /** Data element of the UK Trade Tariff, volume 3 (CDS). */
  readonly dataElement: string
  /** What the rule asks for, in one sentence, for those who read the list of rules. */
  readonly asks: BilingualText
  /** What to do where the rule is broken. */
  readonly mend: BilingualText
  readonly source: RuleSource
  /** Data sets of which it holds. */
  readonly dataSets: readonly DataSet[]
  /** Errors of CDS that are avoided by keeping the rule, such as `CDS11003`. */
  readonly errorCodes?: readonly string[]
  /** First day on which it holds, where that is known. */
  readonly validFrom?: LocalDate
  /** Last day on which it holds. */
  readonly validTo?: LocalDate
  /** Facts of the case without which it cannot be judged. */
  readonly needs?: readonly (keyof CaseFacts)[]
  /** Whether a declaration says anything that the rule is about; every one does unless stated. */
  readonly concerns?: (declaration: Declaration) => boolean
  /** Every place where it is broken; none where it is kept. */
  breaches(declaration: Declaration, context: RuleContext): readonly Breach[]
}

/** A goods item with the path to it. */
export interface PlacedItem {
  readonly item: GoodsItem
  readonly path: string
}

/**
 * The goods items with their JSON Pointers, for rules that look at each item; a declaration without
 * any gives none.
 */
export function itemsOf(declaration: Declaration): readonly PlacedItem[] {
  const items = declaration.goodsShipment?.goodsItems
  if (items === undefined) return []
  const known = placedItems.get(items)
  if (known !== undefined) return known
  const placed = items.map((item, index) => ({ item, path: `/goodsShipment/goodsItems/${index}` }))
  placedItems.set(items, placed)
  return placed
}

/** Nearly every rule asks for the items; a declaration is never changed once it is filled. */
const placedItems = new WeakMap<readonly GoodsItem[], readonly PlacedItem[]>()

/** The breach of a rule that asks for one thing, where it is not so. */
export function breachUnless(
  holds: boolean,
  path: string,
  message: BilingualText,
): readonly Breach[] {
  return holds ? [] : [{ path, message }]
}

/** Full codes of the documents of an item, `N935`. */
export function documentCodes(item: GoodsItem): readonly string[] {
  return (item.additionalDocuments ?? []).map(
    ({ categoryCode = '', typeCode = '' }) => `${categoryCode}${typeCode}`,
  )
}

/** Additional procedures of an item: the procedures that have no previous procedure. */
export function additionalProcedures(item: GoodsItem): readonly string[] {
  return (item.governmentProcedures ?? [])
    .filter(({ previousCode }) => previousCode === undefined)
    .flatMap(({ currentCode }) => currentCode ?? [])
}

/** Whether an item bears a statement code of data element 2/2, such as `00500` or `RVAT1`. */
export function hasStatement(item: GoodsItem, code: string): boolean {
  return item.additionalInformation?.some(({ statementCode }) => statementCode === code) ?? false
}
