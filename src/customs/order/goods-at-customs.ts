import { Type } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import { decimalText, text } from './schema.ts'

/**
 * Facts of an order line that only some goods need: what the tariff asks for beside the commodity code,
 * and the papers that its measures ask for. None of them is ever filled in.
 */

/** Additional codes that the tariff chooses a rate by: the producer of a trade remedy, an excise class. */
export const additionalCodesSchema = Type.Array(
  Type.String({
    pattern: '^[0-9A-Z]{4}$',
    description: 'additional code of 4 digits or capital letters, such as B999 or X333',
    [DESCRIPTION_ZH]: '附加编码，4位数字或大写字母，如 B999 或 X333',
  }),
  { maxItems: 9, uniqueItems: true },
)

const unit = Type.String({
  pattern: '^[A-Z0-9]{3,5}$',
  description: 'unit of measurement of the tariff, such as NPR (pairs)',
  [DESCRIPTION_ZH]: '税则计量单位代码，如 NPR（双）',
})

/** How much there is of the goods in the unit that the tariff asks for beside kilograms. */
export const supplementaryQuantitySchema = Type.Object(
  { amount: decimalText, unit },
  { additionalProperties: false },
)

/** Further amounts by unit that duties count in, such as `{"LPA": "0.28"}` litres of pure alcohol. */
export const quantitiesSchema = Type.Record(
  Type.String({ pattern: '^[A-Z0-9]{2,5}$' }),
  decimalText,
  {
    maxProperties: 12,
    description: 'further quantities of the line by unit of measurement, such as {"LPA": "0.28"}',
    [DESCRIPTION_ZH]: '按计量单位填写的其他数量，如 {"LPA": "0.28"}',
  },
)

/** A licence, certificate or waiver that is held for the goods of a line. */
export const heldDocumentSchema = Type.Object(
  {
    code: Type.String({
      pattern: '^[0-9A-Z]{4}$',
      description: 'code of the document at customs, such as C640 or Y900',
      [DESCRIPTION_ZH]: '单证的海关代码，如 C640 或 Y900',
    }),
    /** Absent for a code that says that no document is needed. */
    reference: Type.Optional(text(35, 'number of the document')),
    status: Type.Optional(
      Type.String({
        pattern: '^[A-Z]{2}$',
        description: 'status of the document, such as AC (attached) or JP (held by the trader)',
        [DESCRIPTION_ZH]: '单证状态代码，如 AC（随附）或 JP（由企业留存）',
      }),
    ),
    /** Why none is needed, in the words that customs asks for. */
    reason: Type.Optional(text(35, 'name of the document, or why it is not needed')),
  },
  { additionalProperties: false },
)
