import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import { chargeRuleSchema } from '../destination/charge-rule.ts'
import type { Regime } from '../destination/destination.ts'
import { countryCode } from '../order/schema.ts'
import { type Result, success } from '../result.ts'

const { id, name, per, when, base, collector, timing, rounding, validUntil } =
  chargeRuleSchema.properties

/**
 * A fee that a carrier, a post, a broker or the seller asks for its own work, as a business keeps it
 * in its own table: so much for a consignment, or a percentage of what was advanced, with a least and
 * a greatest amount. It is worked out after all charges of the law and may build on them.
 */
export const ownFeeSchema = Type.Object(
  {
    ...{ id, name, per, when, base, collector, timing, rounding, validUntil },
    rate: Type.Union(
      chargeRuleSchema.properties.rate.anyOf.filter(({ properties }) =>
        ['percent', 'scale', 'amount'].includes(properties.from.const),
      ),
    ),
    /** Destinations in which it is asked; all where none is named. */
    destinations: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
    validFrom: chargeRuleSchema.properties.validFrom,
  },
  { additionalProperties: false, description: 'a fee of a carrier, post or broker' },
)

/** A fee of a business's own table, see {@link ownFeeSchema}. */
export type OwnFee = Omit<Regime['charges'][number], 'kind' | 'law' | 'confidence'> & {
  readonly destinations?: readonly string[]
}

const fileSchema = Type.Object({ fees: Type.Array(ownFeeSchema, { maxItems: 200 }) })
const readFile = checkedReader<Static<typeof fileSchema> & { readonly fees: readonly OwnFee[] }>(
  fileSchema,
)

/** Reads a business's own table of fees. */
export function readOwnFees(json: unknown): Result<readonly OwnFee[]> {
  const file = readFile(json)
  return file.ok ? success(file.value.fees) : file
}

/** The regime with the fees of the asker behind the charges of the law. */
export function withOwnFees(regime: Regime, fees: readonly OwnFee[] = []): Regime {
  if (fees.length === 0) return regime
  const charges = fees.map(({ destinations: _, ...fee }) => ({
    ...fee,
    kind: 'fee' as const,
    // The table is the asker's own, so what stands in it is certain for the asker.
    confidence: 'verified' as const,
  }))
  return { ...regime, charges: [...regime.charges, ...charges] }
}
