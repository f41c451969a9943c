import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import { type DecimalText, multiplyDecimals } from '../money/decimal.ts'
import { countryCode, currencyCode, decimalText, localDate, oneOf } from '../order/schema.ts'
import { type Result, success } from '../result.ts'
import { ruleDates, validityOf } from './dated-rule.ts'
import type { DutyComponent, DutyExpression } from './duty-expression.ts'
import type { TariffEdition, TariffGoods } from './tariff-edition.ts'

const bilingualText = Type.Object({ en: Type.String(), zh: Type.String() })
const vatRate = oneOf(['standard', 'reduced', 'zero'], 'name of the VAT rate')

const notCoveredSchema = Type.Object({
  measure: Type.String(),
  origins: Type.Optional(Type.Array(countryCode, { minItems: 1 })),
  effect: oneOf(['warn', 'refuse'], 'what the gap does to a figure'),
  note: bilingualText,
})

const goodsSchema = Type.Object({
  commodityCode: Type.String({ pattern: '^\\d{10}$', description: 'ten-digit commodity code' }),
  plainName: bilingualText,
  ...ruleDates,
  thirdCountryDuty: Type.Object({
    expression: Type.Object(
      {
        /** A fraction: `0.12` is 12 %. */
        adValorem: Type.Optional(decimalText),
        specific: Type.Optional(
          Type.Object({
            amount: decimalText,
            currency: currencyCode,
            per: decimalText,
            unit: oneOf(['KGM', 'NAR'], 'unit of Recommendation 20'),
          }),
        ),
      },
      // A further kind of component must not be dropped in silence: the duty would come out too low.
      { additionalProperties: false, minProperties: 1 },
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
    thirdCountryDuty: dutyExpressionOf(thirdCountryDuty.expression),
    vat: { ...vat, options: vat.options ?? [] },
  }
}

function dutyExpressionOf(
  expression: Static<typeof goodsSchema>['thirdCountryDuty']['expression'],
): DutyExpression {
  const { adValorem, specific } = expression
  return [
    ...(adValorem === undefined ? [] : adValoremComponents(adValorem)),
    ...(specific === undefined ? [] : [specificComponent(specific)]),
  ]
}

/** A rate of nought is written as no component at all, so that free of duty has one form only. */
function adValoremComponents(fraction: DecimalText): readonly DutyComponent[] {
  const percent = multiplyDecimals(fraction, '100' as DecimalText)
  return percent === '0' ? [] : [{ kind: 'ad-valorem', percent }]
}

function specificComponent(specific: {
  readonly amount: DecimalText
  readonly currency: string
  readonly per: DecimalText
  readonly unit: 'KGM' | 'NAR'
}): DutyComponent {
  const { amount, currency, per, unit } = specific
  return { kind: 'specific', amount, currency, perUnits: per, unit }
}
