import { Type } from 'typebox'

import { recordImportersKnowledge } from '../clearance/commands/record-importers-knowledge.ts'
import { signPreferenceStatement } from '../clearance/commands/sign-preference-statement.ts'
import { localDate, text } from '../customs/order/schema.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import { together, type ApiRoutes } from './http/route.ts'
import { idOf } from './http/schema.ts'
import { caseParams } from './views/case-path.ts'
import { caseSchema } from './views/case-view.ts'

const agreement = text(35, 'agreement under which goods originate, such as gb-eu-tca')

const statementSchema = Type.Object(
  {
    agreement,
    signature: Type.Object(
      {
        signatory: text(70, 'who signs for the exporter'),
        capacity: Type.Optional(text(70, 'position in which the signatory acts')),
        place: text(35, 'where it was signed'),
        signedOn: localDate,
      },
      { additionalProperties: false },
    ),
    originCriterion: Type.Optional(
      text(35, 'code of the criterion of origin, where the agreement wants it stated'),
    ),
    invoiceNumber: Type.Optional(
      text(35, 'invoice that the statement is about, where goods of several claim the preference'),
    ),
    itemNumber: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'any item of the purchase, where sellers gave several invoices one number',
      }),
    ),
  },
  { additionalProperties: false },
)

const knowledgeSchema = Type.Object(
  {
    agreement,
    attachmentIds: Type.Array(idOf('a paper'), {
      minItems: 1,
      maxItems: 20,
      description: 'records that show the origin, uploaded to the case before',
    }),
  },
  { additionalProperties: false },
)

const tags = ['papers']
const params = caseParams
const config = { admit: 'papers.issue' } as const

const signStatement: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/preference-statement/sign',
    {
      schema: {
        tags,
        summary: 'Record that the exporter signed a statement on origin',
        description:
          'Made out in the words that the agreement prescribes, for the goods that claim its ' +
          'preference. The case is then prepared anew.',
        params,
        body: statementSchema,
        response: { 200: caseSchema },
      },
      config,
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, ...request.body }
        return signPreferenceStatement(ports.clearance, transaction, input, context)
      }),
  )
}

const recordKnowledge: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/importers-knowledge',
    {
      schema: {
        tags,
        summary: 'Record that the importer itself knows the goods to be originating',
        params,
        body: knowledgeSchema,
        response: { 200: caseSchema },
      },
      config,
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) => {
        const input = { caseId: request.params.id, ...request.body }
        return recordImportersKnowledge(ports.clearance, transaction, input, context)
      }),
  )
}

/** The proofs on which a claim of preference may rest. */
export const preferenceProofRoutes = together(signStatement, recordKnowledge)
