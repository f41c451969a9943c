import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import { countryCode, currencyCode, decimalText, localDate, oneOf } from '../order/schema.ts'
import { type Result, success } from '../result.ts'
import { ruleDates, validityOf } from './dated-rule.ts'
import type { TariffEdition, TariffGoods } from './tariff-edition.ts'

const bilingualText = Type.Object({ en: Type.String(), zh: Type.String() })
const vatRate = oneOf(['standard', 'reduced', 'zero'], 'name of the VAT rate')

const notCoveredSchema = Type.Object({
  measure: Type.String(),
  origins: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
  effect: oneOf(['warn', 'refuse'], 'what the gap does to a figure'),
  note: bilingualText,
})

/** Nothing but these forms: a component dropped in silence would make the duty come out too low. */
const dutyComponentSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('ad-valorem'), percent: decimalText },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      kind: Type.Literal('specific'),
      amount: decimalText,
      currency: currencyCode,
      perUnits: decimalText,
      unit: oneOf(['KGM', 'NAR'], 'unit of Recommendation 20'),
    },
    { additionalProperties: false },
  ),
])

const goodsSchema = Type.Object({
  ...ruleDates,
  commodityCode: Type.String({ pattern: '^\\d{10}$', description: 'ten-digit commodity code' }),
  plainName: bilingualText,
  thirdCountryDuty: Type.Object({
    expression: Type.Object(
      { components: Type.Array(dutyComponentSchema) },
      { additionalProperties: false },
    ),
  }),
  vat: Type.Object({
    rate: vatRate,
    additionalCode: Type.Optional(Type.String()),
    law: Type.Optional(Type.String()),
    options: Type.Optional(
      Type.Array(
        Type.Object({
          rate: vatRate,
          additionalCode: Type.String(),
          condition: bilingualText,
          law: Type.String(),
        }),
      ),
    ),
  }),
  notCovered: Type.Optional(Type.Array(notCoveredSchema)),
  law: Type.String(),
})

const editionSchema = Type.Object({
  edition: Type.Object({
    id: Type.String(),
    authority: Type.String(),
    validFrom: localDate,
    notCovered: Type.Array(notCoveredSchema),
  }),
  goods: Type.Array(goodsSchema, { minItems: 1 }),
})

const readFile = checkedReader<Static<typeof editionSchema>>(editionSchema)

/** Reads the contents of one file of `data/gb/tariff`. */
export function readTariffEdition(json: unknown): Result<TariffEdition> {
  const file = readFile(json)
  if (!file.ok) return file
  const { id, authority, validFrom, notCovered } = file.value.edition
  return success({
    ...{ id, authority, validFrom, notCovered },
    goods: file.value.goods.map(goodsOf),
  })
}

function goodsOf(goods: Static<typeof goodsSchema>): TariffGoods {
  const { commodityCode, plainName, thirdCountryDuty, vat, notCovered = [], law } = goods
  return {
    ...{ commodityCode, notCovered, law },
    name: plainName,
    validity: validityOf(goods),
    thirdCountryDuty: thirdCountryDuty.expression.components,
    vat: { ...vat, options: vat.options ?? [] },
  }
}
