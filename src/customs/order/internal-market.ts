import { Type } from 'typebox'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import { oneOf } from './schema.ts'

/**
 * What a trader states of goods that go from Great Britain to a business in Northern Ireland under the
 * UK Internal Market Scheme. Who holds the authorisation is the importer.
 */
export const internalMarketSchema = Type.Object(
  {
    holder: oneOf(['buyer', 'seller'], 'who is authorised under the UK Internal Market Scheme'),
    authorisation: Type.String({
      pattern: '^XIUKIM[0-9A-Z]{6,29}$',
      description: 'number of the authorisation, XIUKIM and up to 29 digits or capitals',
      [DESCRIPTION_ZH]: '授权编号：XIUKIM 加最多29位数字或大写字母',
    }),
    /** Only goods for end consumers in the United Kingdom are not at risk of moving on to the Union. */
    purpose: oneOf(
      ['sale-to-end-consumers', 'final-use', 'processing', 'other'],
      'what the goods are for in Northern Ireland',
    ),
  },
  { additionalProperties: false },
)
