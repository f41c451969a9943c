import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import { chargeRuleSchema } from '../destination/charge-rule.ts'
import { conditionSchema } from '../destination/condition.ts'
import type { Destination, Regime } from '../destination/destination.ts'
import type { Immutable } from '../immutable.ts'
import { decimalFromInteger } from '../money/decimal.ts'
import { minorUnitDecimals } from '../money/money.ts'
import { countryCode, oneOf } from '../order/schema.ts'
import { type Result, success } from '../result.ts'

const { id, name, per, base, collector, timing, rounding, validUntil } = chargeRuleSchema.properties

/** Groups of goods are those of a law, so a fee cannot depend on one. */
const conditionOfFee = Type.Union(
  conditionSchema.anyOf.filter(
    ({ properties: { fact } }) => !('const' in fact && fact.const === 'goods'),
  ),
)

/**
 * A fee that a carrier, a post, a broker or the seller asks for its own work, as a business keeps it
 * in its own table: so much for a consignment, or a percentage of what was advanced, with a least and
 * a greatest amount. It is worked out after all charges of the law and may build on them.
 */
export const ownFeeSchema = Type.Object(
  {
    ...{ id, name, per, base, collector, timing, rounding, validUntil },
    when: Type.Optional(Type.Array(conditionOfFee, { minItems: 1 })),
    rate: Type.Union(
      chargeRuleSchema.properties.rate.anyOf.filter(({ properties }) =>
        ['percent', 'scale', 'amount'].includes(properties.from.const),
      ),
    ),
    /** Destinations in which it is asked; all where none is named. */
    destinations: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
    validFrom: chargeRuleSchema.properties.validFrom,
    /** VAT on the fee itself is never worked out; a quote says so where the fee does not contain it. */
    vat: oneOf(['included', 'not-reckoned'], 'whether the fee contains the VAT on it'),
  },
  {
    ...{ title: 'OwnFee', additionalProperties: false },
    description: 'a fee of a carrier, post or broker',
  },
)

/** A fee of a business's own table, see {@link ownFeeSchema}. */
export type OwnFee = Immutable<Omit<Regime['charges'][number], 'kind' | 'law' | 'confidence'>> & {
  readonly destinations?: readonly string[]
  readonly vat: OwnFeeMark['vat']
}

/** What is said of a charge that comes from a business's own table. */
export interface OwnFeeMark {
  /** `included` in the amount, or not worked out at all. */
  readonly vat: 'included' | 'not-reckoned'
}

/** The fees of a table, in the order in which they are worked out. */
export const ownFeesSchema = Type.Array(ownFeeSchema, { minItems: 1, maxItems: 200 })

const fileSchema = Type.Object({ fees: ownFeesSchema })
const readFile = checkedReader<Static<typeof fileSchema> & { readonly fees: readonly OwnFee[] }>(
  fileSchema,
)

/** Reads a business's own table of fees. */
export function readOwnFees(json: unknown): Result<readonly OwnFee[]> {
  const file = readFile(json)
  return file.ok ? success(file.value.fees) : file
}

/** The fees that are asked in a country, which is a destination or a member of one. */
export function feesIn(
  fees: readonly OwnFee[],
  country: string,
  { destination }: Pick<Destination, 'destination'>,
): readonly OwnFee[] {
  return fees.filter(
    ({ destinations }) =>
      destinations === undefined ||
      destinations.includes(country) ||
      destinations.includes(destination),
  )
}

/**
 * The regime with the fees of the asker behind the charges of the law. A fee is a bill and no tax: unless
 * its table says otherwise it comes to the nearest coin, whatever the law rounds taxes to.
 */
export function withOwnFees(
  regime: Regime,
  fees: readonly OwnFee[],
  { currency }: Pick<Destination, 'currency'>,
): Regime {
  if (fees.length === 0) return regime
  const coin = decimalFromInteger(1n, minorUnitDecimals(currency))
  const charges = fees.map(({ destinations: _, vat: __, ...fee }) => ({
    rounding: { rule: 'half-up' as const, to: coin },
    ...fee,
    kind: 'fee' as const,
    // The table is the asker's own, so what stands in it is certain for the asker.
    confidence: 'verified' as const,
  }))
  return { ...regime, charges: [...regime.charges, ...(charges as Regime['charges'])] }
}
