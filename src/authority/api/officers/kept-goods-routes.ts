import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { tellOfKeptGoods } from '../../kept/tell-of-kept-goods.ts'
import { decideKeptGoods } from '../../officers/decide-kept-goods.ts'
import { keepGoodsBack } from '../../officers/keep-goods-back.ts'
import type { Office } from '../../processing/office.ts'
import {
  actBody,
  controlId,
  lodgementParameters,
  mrn,
  sentence,
  takingActs,
  withoutOfficer,
} from './act-request.ts'

const pieces = Type.String({ pattern: '^\\d{1,10}(\\.\\d{1,6})?$' })
const keepingBody = actBody({
  as: Type.Enum(['detained', 'seized']),
  reason: sentence,
  items: Type.Array(
    Type.Object(
      {
        sequence: Type.Integer({ minimum: 1, maximum: 999 }),
        kept: Type.Optional(pieces),
        of: Type.Optional(pieces),
      },
      { additionalProperties: false },
    ),
    { minItems: 1, maxItems: 999 },
  ),
  inspectionId: Type.Optional(controlId),
})
const decisionBody = actBody({
  becomes: Type.Enum(['seized', 'restored', 'forfeited', 'destroyed']),
  reason: sentence,
  paymentReference: Type.Optional(sentence),
})
const keptParameters = Type.Object({ mrn, number: Type.Integer({ minimum: 1, maximum: 999 }) })

/** Goods that are kept back while the rest of a declaration goes, and what becomes of them. */
export function keptGoodsRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const take = takingActs(office)
  const takeOnAccounts = takingActs(office, { onAccounts: true })
  const at = '/officers/lodgements/:mrn/kept-goods'

  server.post(
    at,
    { schema: { params: lodgementParameters, body: keepingBody } },
    (request, reply) => {
      const { officer } = request.body
      const decide = keepGoodsBack(withoutOfficer(request.body))
      return take(request, reply, decide, (transaction, lodgement) =>
        tellOfKeptGoods(transaction, office, { lodgement, letter: { officer } }),
      )
    },
  )
  server.post(
    `${at}/:number/decision`,
    { schema: { params: keptParameters, body: decisionBody } },
    (request, reply) => {
      const { officer } = request.body
      const { number } = request.params
      const order = { number, ...withoutOfficer(request.body) }
      return takeOnAccounts(
        request,
        reply,
        (desk, accounts) => decideKeptGoods(desk, order, accounts),
        (transaction, lodgement) =>
          tellOfKeptGoods(transaction, office, { lodgement, letter: { officer, number } }),
      )
    },
  )
}
