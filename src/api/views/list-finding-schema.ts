import { Type } from 'typebox'

import { oneOf } from '../../customs/order/schema.ts'

const message = Type.String({ description: 'what is wrong' })
const mend = Type.Optional(Type.String({ description: 'what to do about it' }))

/** What is wrong with a row, and how to mend it. */
export const listFindingSchema = Type.Object({
  row: Type.Integer({ description: 'as a spreadsheet counts, the headings are row 1' }),
  column: Type.Optional(Type.String()),
  orderReference: Type.Optional(Type.String()),
  code: Type.String({ description: 'kind of failure' }),
  severity: Type.Optional(
    oneOf(
      ['warning'],
      'the order can be taken, but not be declared as it is; absent where it cannot be taken',
    ),
  ),
  message,
  mend,
  zh: Type.Optional(Type.Object({ message, mend }, { description: 'message and mend in Chinese' })),
})
