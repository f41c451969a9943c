import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { releaseSecurity, takeSecurity } from '../../officers/decide-security.ts'
import { itemCorrectionSchema } from '../../officers/finding.ts'
import { previewSecurity } from '../../officers/preview-security.ts'
import { requireSecurity } from '../../officers/require-security.ts'
import type { Office } from '../../processing/office.ts'
import type { SecurityType } from '../../security/security-types.ts'
import { replyResult } from '../problem-response.ts'
import {
  actBody,
  controlId,
  lodgementParameters,
  mrn,
  sentence,
  takingActs,
  withoutOfficer,
} from './act-request.ts'

const typeCode = Type.String({ pattern: '^[A-Z0-9]{3}$' })
const items = Type.Array(itemCorrectionSchema, { minItems: 1, maxItems: 999 })
const securityParameters = Type.Object({
  mrn,
  id: Type.String({ pattern: '^security_[0-9a-z]{26}$' }),
})
const requirementBody = actBody({
  typeCode,
  reason: sentence,
  inspectionId: Type.Optional(controlId),
  items,
})
const previewBody = Type.Object({ typeCode, items }, { additionalProperties: false })
const releaseBody = actBody({ reason: sentence })
const takingBody = actBody({ reason: sentence, items: Type.Optional(items) })

/** For what the office takes security. */
export interface SecurityTypesAnswer {
  readonly types: readonly SecurityType[]
}

/** Requires security for what may turn out to be owed, gives it back, or takes it as duty. */
export function securityRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const take = takingActs(office)
  const at = '/officers/lodgements/:mrn/securities'
  const { types } = office.securityTypes

  server.get('/officers/security-types', (): SecurityTypesAnswer => ({ types }))
  server.post(
    at,
    { schema: { params: lodgementParameters, body: requirementBody } },
    (request, reply) => take(request, reply, requireSecurity(withoutOfficer(request.body))),
  )
  server.post(
    `${at}/preview`,
    { schema: { params: lodgementParameters, body: previewBody } },
    async (request, reply) => {
      const order = { reason: '', ...request.body }
      return replyResult(reply, await previewSecurity(office, request.params.mrn, order))
    },
  )
  server.post(
    `${at}/:id/release`,
    { schema: { params: securityParameters, body: releaseBody } },
    (request, reply) => {
      const order = { securityId: request.params.id, ...withoutOfficer(request.body) }
      return take(request, reply, releaseSecurity(order))
    },
  )
  server.post(
    `${at}/:id/taking`,
    { schema: { params: securityParameters, body: takingBody } },
    (request, reply) => {
      const order = { securityId: request.params.id, ...withoutOfficer(request.body) }
      return take(request, reply, takeSecurity(order))
    },
  )
}
