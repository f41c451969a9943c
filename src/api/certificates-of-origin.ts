import { Type } from 'typebox'

import { issueCertificate } from '../clearance/commands/issue-certificate.ts'
import { countryCode, localDate, text } from '../customs/order/schema.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import type { ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const issueSchema = Type.Object(
  {
    origin: countryCode,
    issue: Type.Object(
      {
        number: text(35, 'number that the issuer gave'),
        issuer: text(70, 'chamber or authority that issued it'),
        place: text(35, 'where it was issued'),
        issuedOn: localDate,
        scanAttachmentId: idOf('the scan of the issued paper, uploaded to the case before'),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)

/** Certificates of origin, which are drafts until a chamber has issued them. */
export const certificateOfOriginRoutes: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/certificate-of-origin/issue',
    {
      schema: {
        tags: ['papers'],
        summary: 'Record that a certificate of origin was issued',
        params: caseParams,
        body: issueSchema,
        response: { 200: caseSchema },
      },
      config: { admit: 'papers.issue' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, ...request.body }
        return issueCertificate(ports.clearance, transaction, input, context)
      }),
  )
}
