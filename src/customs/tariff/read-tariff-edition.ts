import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import { countryCode, localDate, oneOf } from '../order/schema.ts'
import { type Result, success } from '../result.ts'
import { ruleDates, validityOf } from './dated-rule.ts'
import { dutySchema } from '../duty/duty-schema.ts'
import type { TariffEdition, TariffGoods } from './tariff-edition.ts'

/** A text in both languages of the papers. */
const bilingualText = Type.Object({ en: Type.String(), zh: Type.String() })
const vatRate = oneOf(['standard', 'reduced', 'zero'], 'name of the VAT rate')

/**
 * A measure that is known to exist; without its effect a reader could not tell a warning from a
 * refusal.
 */
const notCoveredSchema = Type.Object({
  measure: Type.String(),
  origins: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
  effect: oneOf(['warn', 'refuse'], 'what the gap does to a figure'),
  note: bilingualText,
})

/** One commodity. Sources and remarks stand beside these facts in the file and are for people. */
const goodsSchema = Type.Object({
  ...ruleDates,
  commodityCode: Type.String({ pattern: '^\\d{10}$', description: 'ten-digit commodity code' }),
  plainName: bilingualText,
  thirdCountryDuty: dutySchema,
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

/** One file: an edition with its commodities. */
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

/** The commodity with its dates as one window and its VAT options as a list, which may be empty. */
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
