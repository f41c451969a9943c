import { Type } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import { localDate, oneOf, text } from './schema.ts'

/**
 * That one private person sends the goods to another as a gift: on an occasion, for the use of the
 * recipient or the family, and not paid for by anybody in the country of delivery. The seller of the order
 * is then who sends it, the buyer who gets it, and the prices are what the goods are worth.
 */
export const giftSchema = Type.Boolean({
  description: 'a gift from one private person to another, occasional and not paid for',
  [DESCRIPTION_ZH]: '是否为私人之间偶尔寄送、未付款的礼品',
})

/** That the goods were exported before and come back. The law asks for each of these facts. */
export const returnedGoodsSchema = Type.Object(
  {
    exportedOn: localDate,
    exportMrn: Type.Optional(
      Type.String({
        pattern: '^\\d{2}[A-Z]{2}[0-9A-Z]{14}$',
        description: 'MRN of the export declaration, 18 characters',
        [DESCRIPTION_ZH]: '出口报关单 MRN，18个字符',
      }),
    ),
    /** Where there is no export declaration, such as the receipt of a parcel in the post. */
    otherProof: Type.Optional(
      text(35, 'another proof of the export, such as a certificate of posting'),
    ),
    exportedBy: oneOf(['importer', 'another'], 'who exported the goods: the importer or another'),
    unaltered: Type.Boolean({
      description: 'whether the goods come back as they went, apart from upkeep',
      [DESCRIPTION_ZH]: '除日常保养外，货物是否未经改变',
    }),
  },
  { additionalProperties: false },
)
