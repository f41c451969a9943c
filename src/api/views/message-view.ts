import { Type } from 'typebox'

import { messageKinds } from '../../customs/formats/uk-cds/message/message-kind.ts'
import { oneOf } from '../../customs/order/schema.ts'
import { bilingualText, signedMoney } from '../http/schema.ts'
import { dataElementSchema } from './open-point-view.ts'

const text = (description: string) => Type.Optional(Type.String({ description }))
const count = (description: string) => Type.Optional(Type.Integer({ description }))

const identity = {
  format: Type.String({ description: 'standard and data set or kind: uk-cds-h1' }),
  kind: oneOf(messageKinds, 'what kind of message it is'),
}

const errorSchema = Type.Object({
  code: Type.String({ description: 'as in the message: CDS12046' }),
  description: text('words of the message itself'),
  explanation: Type.Optional(bilingualText),
  mend: Type.Optional(bilingualText),
  field: text('JSON Pointer into our declaration'),
  pointer: text('as received: 42A.67A.68A[1].23A/137'),
  element: text('the same as path of elements'),
  dataElement: Type.Optional(dataElementSchema),
  item: count('goods item number from 1'),
})

const taxSchema = Type.Object({
  item: count('goods item number from 1'),
  taxType: text('A00 customs duty, B00 VAT'),
  preference: text('100 none'),
  base: Type.Optional(
    Type.Object(
      {
        amount: text('exact, as written'),
        currency: text('ISO 4217'),
        quantity: text('exact, as written'),
        unit: text('of the quantity'),
      },
      { description: 'what the rate is applied to' },
    ),
  ),
  rate: text('percent'),
  relief: Type.Optional(signedMoney),
  assessed: Type.Optional(signedMoney),
  payable: Type.Optional(signedMoney),
  methodOfPayment: text('data element 4/8'),
})

const fileSchema = Type.Object({
  sequence: count('from 1'),
  documentType: text('what paper it is'),
  reference: text('of the file with the authority'),
  batch: text('of the upload'),
  name: text('of the file'),
  details: text('what the authority says of it'),
})

/** What a message says; see `message-reading.ts`. */
export const messageReadingSchema = Type.Object(
  {
    ...identity,
    mrn: text('movement reference number'),
    lrn: text('reference of the declaration or request'),
    functionCode: text('as in the message'),
    typeCode: text('as in the message'),
    messageCode: text('of an inventory message: EAL, EDL'),
    ucr: text('unique consignment reference of an inventory message'),
    outcome: text('what the message reports: accepted, cleared, granted'),
    assessment: text('of a tax statement: preliminary, provisional, final'),
    version: count('of the declaration that it speaks of'),
    notificationId: text("the authority's own id"),
    issuedAt: text('when the authority wrote it'),
    greenLane: Type.Optional(
      Type.Boolean({ description: 'goods for Northern Ireland, declared not at risk' }),
    ),
    files: Type.Optional(Type.Array(fileSchema)),
    errors: Type.Array(errorSchema),
    taxes: Type.Array(taxSchema),
    dataSetUnknown: Type.Optional(bilingualText),
    unread: Type.Optional(
      Type.Array(Type.String(), { description: 'paths of what nobody here understands' }),
    ),
  },
  { title: 'MessageReading', description: 'what a message says' },
)

const findingSchema = Type.Object({
  id: text('name of the rule'),
  severity: oneOf(
    ['error', 'warning', 'notice'],
    'error: the authority will not take it; warning: somebody should look; notice: not judged',
  ),
  from: oneOf(['structure', 'rules', 'schema', 'check'], 'who says it'),
  path: Type.String({ description: 'path of elements, with positions from 1' }),
  pointer: text('JSON Pointer into our declaration'),
  dataElement: text('of the UK Trade Tariff, volume 3'),
  line: count('from 1'),
  column: count('from 1'),
  message: Type.String(),
  mend: text('what to do about it'),
  zh: Type.Optional(Type.Object({ message: Type.String(), mend: text('what to do about it') })),
})

/** What was found in a message; see `check-message.ts`. */
export const messageCheckSchema = Type.Object(
  {
    ...identity,
    valid: Type.Optional(
      Type.Boolean({
        description:
          'whether nothing speaks against it; absent where no structure is published for the kind',
      }),
    ),
    findings: Type.Array(findingSchema),
  },
  { title: 'MessageCheck', description: 'what speaks against a message' },
)
