import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import {
  closeControl,
  disposals,
  dispose,
  recordPayment,
  refuse,
  release,
  seize,
} from '../../officers/decide-entry.ts'
import { findingSchema, itemCorrectionSchema } from '../../officers/finding.ts'
import { recordFindings } from '../../officers/inspect.ts'
import { askQuestion, orderInspection, requestDocuments } from '../../officers/open-controls.ts'
import { previewReassessment } from '../../officers/preview-reassessment.ts'
import { reassess } from '../../officers/reassess.ts'
import type { Office } from '../../processing/office.ts'
import { replyResult } from '../problem-response.ts'
import {
  actBody,
  controlId,
  lodgementParameters,
  mrn,
  sentence,
  takingActs,
  withoutOfficer,
  type TakeAct,
} from './act-request.ts'

const controlParameters = Type.Object({ mrn, id: controlId })
const reasonBody = actBody({ reason: sentence })
const documentsBody = actBody({
  wanted: Type.Array(Type.String({ minLength: 3, maxLength: 120 }), { minItems: 1, maxItems: 10 }),
  reason: sentence,
})
const questionBody = actBody({ question: sentence })
const findingsBody = actBody({
  findings: Type.Array(findingSchema, { minItems: 1, maxItems: 999 }),
})
const reassessmentBody = actBody({
  reason: sentence,
  inspectionId: Type.Optional(controlId),
  items: Type.Array(itemCorrectionSchema, { minItems: 1, maxItems: 999 }),
})
/** As the order itself, but nobody has to have written the reason yet. */
const previewBody = Type.Object(
  { items: reassessmentBody.properties.items, inspectionId: Type.Optional(controlId) },
  { additionalProperties: false },
)
const releaseBody = actBody({ reason: sentence, stayOpen: Type.Optional(Type.Array(controlId)) })
const disposalBody = actBody({ disposal: Type.Enum([...disposals]), reason: sentence })
const paymentBody = actBody({
  amountGbp: Type.String({ pattern: '^\\d{1,13}\\.\\d{2}$' }),
  reference: sentence,
})

/** What officers can do with one lodgement; each act answers with where the lodgement stands. */
export function actRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const take = takingActs(office)
  const at = '/officers/lodgements/:mrn'
  const onLodgement = <Body>(body: Body) => ({ schema: { params: lodgementParameters, body } })

  server.post(`${at}/document-requests`, onLodgement(documentsBody), (request, reply) =>
    take(request, reply, requestDocuments(withoutOfficer(request.body))),
  )
  server.post(`${at}/questions`, onLodgement(questionBody), (request, reply) =>
    take(request, reply, askQuestion(withoutOfficer(request.body))),
  )
  server.post(`${at}/inspections`, onLodgement(reasonBody), (request, reply) =>
    take(request, reply, orderInspection(withoutOfficer(request.body))),
  )
  server.post(`${at}/re-assessments`, onLodgement(reassessmentBody), (request, reply) =>
    take(request, reply, reassess(withoutOfficer(request.body))),
  )
  server.post(`${at}/re-assessments/preview`, onLodgement(previewBody), async (request, reply) => {
    const order = { reason: '', ...request.body }
    return replyResult(reply, await previewReassessment(office, request.params.mrn, order))
  })
  server.post(`${at}/release`, onLodgement(releaseBody), (request, reply) => {
    const { reason, stayOpen = [] } = request.body
    return take(request, reply, release({ reason, stayOpen }))
  })
  server.post(`${at}/refusal`, onLodgement(reasonBody), (request, reply) =>
    take(request, reply, refuse(withoutOfficer(request.body))),
  )
  server.post(`${at}/seizure`, onLodgement(reasonBody), (request, reply) =>
    take(request, reply, seize(withoutOfficer(request.body))),
  )
  server.post(`${at}/disposal`, onLodgement(disposalBody), (request, reply) =>
    take(request, reply, dispose(withoutOfficer(request.body))),
  )
  server.post(`${at}/payments`, onLodgement(paymentBody), (request, reply) =>
    take(request, reply, recordPayment(withoutOfficer(request.body))),
  )
  controlRoutes(plain, take)
}

/** Acts on one open control of a lodgement. */
function controlRoutes(plain: FastifyInstance, take: TakeAct): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const at = '/officers/lodgements/:mrn'
  server.post(
    `${at}/inspections/:id/findings`,
    { schema: { params: controlParameters, body: findingsBody } },
    (request, reply) => {
      const order = { inspectionId: request.params.id, findings: request.body.findings }
      return take(request, reply, recordFindings(order))
    },
  )
  server.post(
    `${at}/controls/:id/closure`,
    { schema: { params: controlParameters, body: reasonBody } },
    (request, reply) => {
      const order = { controlId: request.params.id, reason: request.body.reason }
      return take(request, reply, closeControl(order))
    },
  )
}
