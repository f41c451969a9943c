import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { decimal, isZero, multiplyDecimals, type DecimalText } from '../../customs/money/decimal.ts'
import { divideAndRound } from '../../customs/money/rounding.ts'
import type { Assessment } from '../assessment/assessment.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import { present } from '../message/present.ts'
import { partiesOf, type PartyHistory } from './party-history.ts'
import type { ReferencePrices } from './reference-prices.ts'
import type { consignmentFields, itemFields } from './risk-rule.ts'
import type { TellingWords } from './telling-words.ts'

type FactsOf<
  Fields extends { readonly texts: readonly string[]; readonly amounts: readonly string[] },
> = Readonly<Partial<Record<Fields['texts' | 'amounts'][number], string>>>

/** The facts of a consignment under the names that risk rules use; absent where not declared. */
export type ConsignmentFacts = FactsOf<typeof consignmentFields>

/**
 * The facts of one goods item; `sequence` only names it in the reasons of a hit. Values are pounds,
 * per kilogram net or per supplementary unit.
 */
export type ItemFacts = FactsOf<typeof itemFields> & {
  readonly sequence: number
}

/**
 * All that risk rules can see. Names, codes and quantities are as declared; customs values are
 * those that the office has worked out itself.
 */
export interface RiskFacts {
  readonly consignment: ConsignmentFacts
  readonly items: readonly ItemFacts[]
}

/** What the office knows beside an entry, by which its risk rules judge it. */
export interface RiskKnowledge {
  readonly history: PartyHistory
  readonly referencePrices: ReferencePrices
  readonly tellingWords: TellingWords
  readonly on: LocalDate
}

/**
 * Gathers what risk rules may look at, from the message, the office's own assessment and what it has
 * seen of the parties before.
 */
export function riskFacts(
  declaration: LodgedDeclaration,
  assessment: Assessment,
  knowledge: RiskKnowledge,
): RiskFacts {
  return {
    consignment: present({
      ...pastOf(declaration, knowledge),
      exporterName: declaration.exporter.name,
      exporterCountry: declaration.exporter.countryCode,
      importerId: declaration.importer.id,
      importerName: declaration.importer.name,
      declarantId: declaration.declarant.id,
      exportCountry: declaration.exportCountry,
      customsValueGbp: assessment.customsValueGbp,
    }),
    items: declaration.items.map((item, index) =>
      itemFacts(item, assessment.items[index]?.customsValueGbp, knowledge),
    ),
  }
}

/** Of each party that the declaration names: how often it came before, and with what result. */
function pastOf(
  declaration: LodgedDeclaration,
  { history }: RiskKnowledge,
): Partial<ConsignmentFacts> {
  const past: Record<string, string> = {}
  for (const known of partiesOf(declaration)) {
    const { entries, findings } = history(known)
    past[`${known.role}Entries`] = String(entries)
    past[`${known.role}Findings`] = String(findings)
  }
  return past
}

function itemFacts(
  item: LodgedItem,
  customsValueGbp: DecimalText | undefined,
  { referencePrices, tellingWords, on }: RiskKnowledge,
): ItemFacts {
  const { commodityCode, description } = item
  const valuePerKgGbp = perUnit(customsValueGbp, item.netMassKg)
  const reference = commodityCode === undefined ? undefined : referencePrices(commodityCode, on)
  return {
    sequence: item.sequence,
    ...present({
      commodityCode,
      originCountry: item.originCountry,
      description,
      marks: item.packages.flatMap((packaging) => packaging.marks ?? []).join(' ') || undefined,
      customsValueGbp,
      valuePerKgGbp,
      valuePerUnitGbp: perUnit(customsValueGbp, item.supplementaryQuantity),
      percentOfReferencePrice: percentOf(valuePerKgGbp, reference),
      tellingWords: description === undefined ? undefined : String(tellingWords(description)),
    }),
  }
}

function percentOf(
  value: DecimalText | undefined,
  reference: DecimalText | undefined,
): DecimalText | undefined {
  if (value === undefined || reference === undefined || isZero(reference)) return undefined
  const hundredfold = multiplyDecimals(value, decimal('100'))
  return divideAndRound(hundredfold, reference, { decimals: 2, rounding: 'half-up' })
}

function perUnit(
  value: DecimalText | undefined,
  quantity: DecimalText | undefined,
): DecimalText | undefined {
  if (value === undefined || quantity === undefined || isZero(quantity)) return undefined
  return divideAndRound(value, quantity, { decimals: 4, rounding: 'half-up' })
}
