import { lodgeSupplementary } from '../clearance/commands/lodge-supplementary.ts'
import { readPrintedSupplementary } from '../clearance/store/read-printed-declaration.ts'
import { readSupplementaryForm } from '../clearance/store/read-supplementary-form.ts'
import { canonicalJson } from '../customs/canonical-json.ts'
import { renderDeclaration } from '../papers/render-declaration.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { declarationFormSchema } from './declaration-forms.ts'
import { changeCaseOnce } from './http/change-case-once.ts'
import { hasPresent } from './http/entity-tag.ts'
import { accepted, found } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { noSupplementaryOwed } from './views/no-supplementary-owed.ts'
import { caseSchema } from './views/case-view.ts'

const tags = ['cases']

const lodge: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/:id/supplementary-declaration',
    {
      schema: {
        tags,
        summary: 'Hand in the supplementary declaration',
        description:
          'Completes the simplified declaration on which the goods were released, by the law of the ' +
          'day of its acceptance. Duty and VAT are assessed on it.',
        params: caseParams,
        response: { 200: caseSchema },
      },
      config: { admit: 'cases.declare' },
    },
    (request, reply) =>
      changeCaseOnce({ request, reply, ports }, (transaction, context) =>
        lodgeSupplementary(ports.clearance, transaction, { caseId: request.params.id }, context),
      ),
  )
}

const readForm: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/supplementary-declaration/form',
    {
      schema: {
        tags,
        summary: 'Read the supplementary declaration as a form',
        description:
          'As it was handed in; as the authority has rejected it, each error at its field, until something ' +
          'is mended; before that as it would be handed in now.',
        params: caseParams,
        response: { 200: declarationFormSchema },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const state = await caseOf(transaction, request.params.id)
        const { reference } = ports.clearance
        const form = await readSupplementaryForm(transaction, state, reference)
        return accepted(found(form, noSupplementaryOwed))
      }),
  )
}

const print: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/supplementary-declaration.pdf',
    {
      schema: {
        tags,
        summary: 'Print the supplementary declaration with the history of the case as PDF',
        params: caseParams,
        produces: ['application/pdf'],
      },
      config: { admit: 'cases.read' },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      const printed = await inTenant(ports.database, tenantId, async (transaction) => {
        const state = await caseOf(transaction, request.params.id)
        const { reference } = ports.clearance
        const read = await readPrintedSupplementary(transaction, state, reference)
        return accepted(found(read, noSupplementaryOwed))
      })
      if (hasPresent(request, reply, sha256Hex(canonicalJson(printed)))) {
        return reply.code(304).send(null)
      }
      const pdf = accepted(await renderDeclaration(printed))
      const name = printed.mrn ?? printed.lrn ?? 'supplementary-declaration'
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${name}.pdf"`)
        .send(pdf)
    },
  )
}

/** What completes a simplified declaration: handed in, read and printed. */
export const supplementaryDeclarationRoutes = together(lodge, readForm, print)
