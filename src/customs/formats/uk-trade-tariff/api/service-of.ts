import { Type } from 'typebox'
import { checkedReader } from '../../../checked-reader.ts'
import type { Resource } from './json-api-document.ts'

/** Whose tariff the service answers from: of the United Kingdom, or for goods to Northern Ireland. */
export type TariffOfService = 'uk' | 'xi'

const readMeta = checkedReader<{
  readonly duty_calculator: { readonly source: TariffOfService }
}>(
  Type.Object({
    duty_calculator: Type.Object({
      source: Type.Union([Type.Literal('uk'), Type.Literal('xi')]),
    }),
  }),
)

/** Whose tariff goods are of, where their body says so; only goods that can be declared do. */
export function serviceOf({ meta }: Resource): TariffOfService | undefined {
  const read = readMeta(meta)
  return read.ok ? read.value.duty_calculator.source : undefined
}
