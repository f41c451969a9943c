import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { penalise, recordPenaltyPayment, withdrawPenalty } from '../../officers/penalise.ts'
import type { Contravention } from '../../penalties/penalty.ts'
import { tellOfPenalty } from '../../penalties/tell-of-penalty.ts'
import type { Office } from '../../processing/office.ts'
import {
  actBody,
  lodgementParameters,
  mrn,
  sentence,
  takingActs,
  withoutOfficer,
} from './act-request.ts'

const penaltyBody = actBody({
  contravention: Type.String({ pattern: '^[a-z][a-z-]{2,39}$' }),
  reason: sentence,
  amountGbp: Type.Optional(Type.String({ pattern: '^\\d{1,6}\\.\\d{2}$' })),
  withoutWarningBecause: Type.Optional(sentence),
})
const paymentBody = actBody({ reference: sentence })
const withdrawalBody = actBody({ reason: sentence })
const penaltyParameters = Type.Object({
  mrn,
  number: Type.Integer({ minimum: 1, maximum: 999 }),
})

/** For what the office warns or penalises. */
export interface ContraventionsAnswer {
  readonly contraventions: readonly Contravention[]
}

/** Warning letters and civil penalties: given, paid, withdrawn. */
export function penaltyRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const take = takingActs(office)
  const at = '/officers/lodgements/:mrn/penalties'
  const { contraventions } = office

  server.get('/officers/contraventions', (): ContraventionsAnswer => ({ contraventions }))
  server.post(
    at,
    { schema: { params: lodgementParameters, body: penaltyBody } },
    (request, reply) => {
      const { officer } = request.body
      return take(
        request,
        reply,
        penalise(withoutOfficer(request.body)),
        (transaction, lodgement) =>
          tellOfPenalty(transaction, office, { lodgement, letter: { officer, what: 'given' } }),
      )
    },
  )
  server.post(
    `${at}/:number/payment`,
    { schema: { params: penaltyParameters, body: paymentBody } },
    (request, reply) => {
      const order = { number: request.params.number, ...withoutOfficer(request.body) }
      const { officer } = request.body
      return take(request, reply, recordPenaltyPayment(order), (transaction, lodgement) =>
        tellOfPenalty(transaction, office, {
          lodgement,
          letter: { officer, what: 'paid', number: order.number },
        }),
      )
    },
  )
  server.post(
    `${at}/:number/withdrawal`,
    { schema: { params: penaltyParameters, body: withdrawalBody } },
    (request, reply) => {
      const { officer } = request.body
      const { number } = request.params
      return take(
        request,
        reply,
        withdrawPenalty({ number, ...withoutOfficer(request.body) }),
        (transaction, lodgement) =>
          tellOfPenalty(transaction, office, {
            lodgement,
            letter: { officer, what: 'withdrawn', number },
          }),
      )
    },
  )
}
