import { Type, type Static } from 'typebox'
import { isInForce, type LocalDate, type Validity } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import type { DecimalText } from '../money/decimal.ts'
import { decimalText, oneOf } from '../order/schema.ts'
import { type Result, success } from '../result.ts'
import { ruleDates, validityOf } from './dated-rule.ts'
import type { VatRateName } from './tariff-edition.ts'

/** One rate of VAT with the dates between which it is in force. */
export interface VatRate {
  readonly name: VatRateName
  readonly percent: DecimalText
  readonly validity: Validity
  /** Id of the law that sets it. */
  readonly law: string
}

/** All rates that are loaded, of every name and of every time. */
export type VatRates = readonly VatRate[]

/** The part of the file that is read: the rates with their dates and their law. */
const fileSchema = Type.Object({
  rates: Type.Array(
    Type.Object({
      id: oneOf(['standard', 'reduced', 'zero'], 'name of the VAT rate'),
      percent: decimalText,
      ...ruleDates,
      law: Type.String(),
    }),
    { minItems: 1 },
  ),
})

const readFile = checkedReader<Static<typeof fileSchema>>(fileSchema)

/** Reads the contents of `data/gb/vat.json`. */
export function readVatRates(json: unknown): Result<VatRates> {
  const file = readFile(json)
  if (!file.ok) return file
  return success(
    file.value.rates.map((rate) => ({
      name: rate.id,
      percent: rate.percent,
      validity: validityOf(rate),
      law: rate.law,
    })),
  )
}

/** The rate of a name in force on a day, if one is loaded. */
export function vatRateOn(rates: VatRates, name: VatRateName, on: LocalDate): VatRate | undefined {
  return rates.find((rate) => rate.name === name && isInForce(rate.validity, on))
}
