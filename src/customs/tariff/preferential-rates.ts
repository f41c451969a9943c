import { Type, type Static } from 'typebox'
import { isInForce, type LocalDate, type Validity } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import { countryCode } from '../order/schema.ts'
import { type Result, success } from '../result.ts'
import { ruleDates, validityOf } from './dated-rule.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import { dutySchema } from '../duty/duty-schema.ts'

/** The duty that goods bear which originate in a partner of an agreement, and how it is claimed. */
export interface PreferentialRate {
  readonly agreement: string
  /** The area under which the tariff has the rate, such as `1013` for the European Union. */
  readonly tariffArea: string
  /** The ten-digit codes that bear it; absent where the agreement treats all goods alike. */
  readonly commodityCodes?: ReadonlySet<string>
  readonly duty: DutyExpression
  /** Data element 4/17, such as `300`. */
  readonly preferenceCode: string
  /** Data element 5/16: the code of the partner, which may be a group such as `EU`. */
  readonly preferentialOrigin: string
  readonly validity: Validity
  /** Id of the law that gives the rate. */
  readonly law: string
}

/** All preferential rates that are loaded, of every agreement and of every time. */
export type PreferentialRates = readonly PreferentialRate[]

/** A claim of preference whose proof is on the case. */
export interface ProvenPreference {
  readonly itemNumber: number
  readonly rate: PreferentialRate
  readonly proof: DeclaredProof
}

/** A proof of origin as it is declared, data element 2/3. */
export interface DeclaredProof {
  /** Such as `U110`. */
  readonly documentCode: string
  readonly id: string
  readonly statusCode: string
  /** Stated where the code asks for words beside the reference. */
  readonly reason?: string
}

/** The part of the file that is read; sources stand beside it for people. */
const fileSchema = Type.Object({
  rates: Type.Array(
    Type.Object({
      agreement: Type.String(),
      tariffArea: Type.String({ pattern: '^[0-9A-Z]{2,4}$' }),
      commodityCodes: Type.Optional(
        Type.Array(Type.String({ pattern: '^\\d{10}$' }), { minItems: 1 }),
      ),
      duty: dutySchema,
      preferenceCode: Type.String({ pattern: '^[2-9]\\d{2}$' }),
      preferentialOrigin: countryCode,
      ...ruleDates,
      law: Type.String(),
    }),
  ),
})

const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

/** Reads the contents of `data/gb/preferential-rates.json`. */
export function readPreferentialRates(json: unknown): Result<PreferentialRates> {
  const file = readFile(json)
  if (!file.ok) return file
  return success(
    file.value.rates.map((rate) => ({
      agreement: rate.agreement,
      tariffArea: rate.tariffArea,
      ...(rate.commodityCodes && { commodityCodes: new Set(rate.commodityCodes) }),
      duty: rate.duty.expression.components,
      preferenceCode: rate.preferenceCode,
      preferentialOrigin: rate.preferentialOrigin,
      validity: validityOf(rate),
      law: rate.law,
    })),
  )
}

/** The rate that an agreement gives to a commodity code on a day, if one is loaded. */
export function preferentialRateOn(
  rates: PreferentialRates,
  wanted: {
    readonly agreement: string
    readonly commodityCode: string
    readonly on: LocalDate
  },
): PreferentialRate | undefined {
  return rates.find(
    ({ agreement, commodityCodes, validity }) =>
      agreement === wanted.agreement &&
      (commodityCodes === undefined || commodityCodes.has(wanted.commodityCode)) &&
      isInForce(validity, wanted.on),
  )
}
