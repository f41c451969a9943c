import { Type, type Static } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { act } from '../../officers/act.ts'
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

const sentence = Type.String({ minLength: 3, maxLength: 400 })
/** Whose act it is, as it stands in the dossier. */
const officer = Type.String({ minLength: 2, maxLength: 70 })
const controlId = Type.String({ pattern: '^control_[0-9a-z]{26}$' })
const lodgementParameters = Type.Object({ mrn: Type.String({ pattern: '^[0-9A-Z]{18}$' }) })
const controlParameters = Type.Object({
  mrn: Type.String({ pattern: '^[0-9A-Z]{18}$' }),
  id: controlId,
})

function body<Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) {
  return Type.Object({ officer, ...fields }, { additionalProperties: false })
}

const reasonBody = body({ reason: sentence })
const documentsBody = body({
  wanted: Type.Array(Type.String({ minLength: 3, maxLength: 120 }), { minItems: 1, maxItems: 10 }),
  reason: sentence,
})
const questionBody = body({ question: sentence })
const findingsBody = body({ findings: Type.Array(findingSchema, { minItems: 1, maxItems: 999 }) })
const reassessmentBody = body({
  reason: sentence,
  inspectionId: Type.Optional(controlId),
  items: Type.Array(itemCorrectionSchema, { minItems: 1, maxItems: 999 }),
})
/** As the order itself, but nobody has to have written the reason yet. */
const previewBody = Type.Object(
  { items: reassessmentBody.properties.items, inspectionId: Type.Optional(controlId) },
  { additionalProperties: false },
)
const releaseBody = body({ reason: sentence, stayOpen: Type.Optional(Type.Array(controlId)) })
const disposalBody = body({ disposal: Type.Enum([...disposals]), reason: sentence })
const paymentBody = body({
  amountGbp: Type.String({ pattern: '^\\d{1,13}\\.\\d{2}$' }),
  reference: sentence,
})

type Reason = Static<typeof reasonBody>

/** What officers can do with one lodgement; each act answers with where the lodgement stands. */
export function actRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const at = '/officers/lodgements/:mrn'
  const onLodgement = <Body>(body: Body) => ({ schema: { params: lodgementParameters, body } })

  server.post(`${at}/document-requests`, onLodgement(documentsBody), async (request, reply) =>
    replyResult(
      reply,
      await act(office, by(request), requestDocuments(withoutOfficer(request.body))),
    ),
  )
  server.post(`${at}/questions`, onLodgement(questionBody), async (request, reply) =>
    replyResult(reply, await act(office, by(request), askQuestion(withoutOfficer(request.body)))),
  )
  server.post(`${at}/inspections`, onLodgement(reasonBody), async (request, reply) =>
    replyResult(
      reply,
      await act(office, by(request), orderInspection(withoutOfficer(request.body))),
    ),
  )
  server.post(`${at}/re-assessments`, onLodgement(reassessmentBody), async (request, reply) =>
    replyResult(reply, await act(office, by(request), reassess(withoutOfficer(request.body)))),
  )
  server.post(`${at}/re-assessments/preview`, onLodgement(previewBody), async (request, reply) => {
    const order = { reason: '', ...request.body }
    return replyResult(reply, await previewReassessment(office, request.params.mrn, order))
  })
  server.post(`${at}/release`, onLodgement(releaseBody), async (request, reply) => {
    const { reason, stayOpen = [] } = request.body
    return replyResult(reply, await act(office, by(request), release({ reason, stayOpen })))
  })
  const decisions = { refusal: refuse, seizure: seize } satisfies Record<
    string,
    (order: Pick<Reason, 'reason'>) => unknown
  >
  for (const [name, decide] of Object.entries(decisions)) {
    server.post(`${at}/${name}`, onLodgement(reasonBody), async (request, reply) =>
      replyResult(reply, await act(office, by(request), decide(withoutOfficer(request.body)))),
    )
  }
  server.post(`${at}/disposal`, onLodgement(disposalBody), async (request, reply) =>
    replyResult(reply, await act(office, by(request), dispose(withoutOfficer(request.body)))),
  )
  server.post(`${at}/payments`, onLodgement(paymentBody), async (request, reply) =>
    replyResult(reply, await act(office, by(request), recordPayment(withoutOfficer(request.body)))),
  )
  controlRoutes(plain, office)
}

/** Acts on one open control of a lodgement. */
function controlRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const at = '/officers/lodgements/:mrn'
  server.post(
    `${at}/inspections/:id/findings`,
    { schema: { params: controlParameters, body: findingsBody } },
    async (request, reply) => {
      const order = { inspectionId: request.params.id, findings: request.body.findings }
      return replyResult(reply, await act(office, by(request), recordFindings(order)))
    },
  )
  server.post(
    `${at}/controls/:id/closure`,
    { schema: { params: controlParameters, body: reasonBody } },
    async (request, reply) => {
      const order = { controlId: request.params.id, reason: request.body.reason }
      return replyResult(reply, await act(office, by(request), closeControl(order)))
    },
  )
}

interface OfficerRequest {
  readonly params: { readonly mrn: string }
  readonly body: { readonly officer: string }
}

function by({ params, body: { officer: name } }: OfficerRequest): { mrn: string; officer: string } {
  return { mrn: params.mrn, officer: name }
}

function withoutOfficer<Body extends { readonly officer: string }>(
  order: Body,
): Omit<Body, 'officer'> {
  const { officer: _officer, ...rest } = order
  return rest
}
