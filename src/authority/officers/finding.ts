import { Type, type Static } from 'typebox'

const decimalAmount = Type.String({ pattern: '^\\d{1,13}(\\.\\d{1,6})?$' })

const money = Type.Object(
  { amount: decimalAmount, currency: Type.String({ pattern: '^[A-Z]{3}$' }) },
  { additionalProperties: false },
)

const itemCorrectionFields = {
  sequence: Type.Integer({ minimum: 1, maximum: 999 }),
  commodityCode: Type.Optional(Type.String({ pattern: '^\\d{10}$' })),
  itemPrice: Type.Optional(money),
  netMassKg: Type.Optional(decimalAmount),
  supplementaryQuantity: Type.Optional(decimalAmount),
  /** Data element 5/15. */
  originCountry: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  /** Data element 4/17; `100`, the duty of third countries, where no preference is granted. */
  preferenceCode: Type.Optional(Type.String({ pattern: '^\\d{3}$' })),
}

/** What an item is held to be in place of what was declared; what is absent stays as declared. */
export const itemCorrectionSchema = Type.Object(itemCorrectionFields, {
  additionalProperties: false,
})

/** What an inspection found about one item, with what it should have been declared as. */
export const findingSchema = Type.Object(
  {
    ...itemCorrectionFields,
    result: Type.Enum([
      'satisfied',
      're-classified',
      're-valued',
      'quantity-differs',
      'origin-doubted',
      'restricted',
    ]),
    reason: Type.String({ minLength: 3, maxLength: 400 }),
  },
  { additionalProperties: false },
)

/**
 * Facts of one item by its declared number, for a re-assessment. Amounts are plain decimals, masses
 * in kilograms, the supplementary quantity in the unit of the tariff.
 */
export type ItemCorrection = Readonly<Static<typeof itemCorrectionSchema>>

/**
 * What an examination says of one item. A finding corrects nothing by itself: the officer draws the
 * conclusion by a re-assessment, a refusal or a seizure.
 */
export type Finding = Readonly<Static<typeof findingSchema>>
