import { Type, type Static } from 'typebox'

import { readDeclarationForm } from '../clearance/store/read-declaration-form.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { accepted, found } from './http/refusal.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { bilingualText } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { noDeclarationYet } from './views/no-declaration-yet.ts'
import { dataElementSchema, goodsFactSchema, openPointSchema } from './views/open-point-view.ts'

const originSchema = Type.Object({
  source: oneOf(
    ['order', 'quote', 'parties', 'document', 'profile', 'rule', 'person'],
    'where the value comes from',
  ),
  reference: Type.Optional(Type.String()),
  note: Type.Optional(bilingualText),
})

const fieldSchema = Type.Object({
  path: Type.String({ description: 'JSON Pointer into the declaration' }),
  dataElement: dataElementSchema,
  itemNumber: Type.Optional(Type.Integer()),
  values: Type.Array(Type.String(), {
    description: 'the parts of the data element; empty where it is missing',
  }),
  origins: Type.Array(originSchema),
  goodsFact: Type.Optional(goodsFactSchema),
  points: Type.Array(openPointSchema),
  changedTo: Type.Optional(
    Type.Array(Type.String(), { description: 'what the authority has put in its place' }),
  ),
})

/** The declaration of a case, field by field. */
export const declarationFormSchema = Type.Object(
  {
    standing: oneOf(
      ['trial', 'lodged', 'rejected'],
      'trial: as it would be handed in now. rejected: as the authority has rejected it',
    ),
    sections: Type.Array(
      Type.Object({ id: Type.String(), name: bilingualText, fields: Type.Array(fieldSchema) }),
    ),
  },
  { description: 'the declaration, field by field' },
)

/** The type of {@link declarationFormSchema}. */
export type DeclarationFormView = Immutable<Static<typeof declarationFormSchema>>

/** The declaration of a case as people read it. */
export const declarationFormRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/declaration/form',
    {
      schema: {
        tags: ['cases'],
        summary: 'Read the declaration as a form',
        description:
          'Each field with its name, where its value comes from, what stands open about it and what ' +
          'the authority has changed. Before it is handed in, the declaration as it would be.',
        params: caseParams,
        response: { 200: declarationFormSchema },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const state = await caseOf(transaction, request.params.id)
        const { reference } = ports.clearance
        const form = await readDeclarationForm(transaction, state, reference)
        return accepted(found(form, noDeclarationYet))
      }),
  )
}
