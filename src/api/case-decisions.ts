import { Type } from 'typebox'

import { readFacts } from '../clearance/store/case-fact.ts'
import type { FactReference } from '../clearance/events/case-event.ts'
import type { Declaration } from '../customs/declaration/declaration.ts'
import type { FieldOrigin } from '../customs/declaration/fill-input.ts'
import type { CaseLaneDecision } from '../customs/lane/lane-decision.ts'
import type { PartiesDecision } from '../customs/parties/parties-decision.ts'
import type { Quote } from '../customs/quote/quote.ts'
import type { Failure } from '../customs/result.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { found } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { record } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { exportDecisionSchema, laneDecisionSchema, quoteSchema } from './views/quote-view.ts'

const partiesSchema = record<PartiesDecision>(
  'who is importer, declarant, payer and seller before customs, each with the reason',
)

type Origins = Readonly<Record<string, FieldOrigin>>

const declarationSchema = Type.Object(
  {
    declaration: record<Declaration>('the declaration in the terms of the WCO Data Model'),
    origins: record<Origins>('by JSON Pointer, where each field of it comes from'),
  },
  { description: 'the declaration in force' },
)

const tags = ['cases']
const params = caseParams
const config = { admit: 'cases.read' } as const

const readQuote: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/quote',
    {
      schema: { tags, summary: 'Read the quote of a case', params, response: { 200: quoteSchema } },
      config,
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { quote } = await caseOf(transaction, request.params.id)
        return factOf<Quote>(transaction, quote?.quote, 'quoted')
      }),
  )
}

const readLane: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/lane',
    {
      schema: {
        tags,
        summary: 'Read which declaration was chosen, and why no other',
        params,
        response: { 200: Type.Union([laneDecisionSchema, exportDecisionSchema]) },
      },
      config,
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { lane } = await caseOf(transaction, request.params.id)
        return factOf<CaseLaneDecision>(transaction, lane?.decision, 'decided')
      }),
  )
}

const readParties: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/parties',
    {
      schema: {
        tags,
        summary: 'Read who is who before customs, and why',
        params,
        response: { 200: partiesSchema },
      },
      config,
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { parties } = await caseOf(transaction, request.params.id)
        return factOf<PartiesDecision>(transaction, parties?.decision, 'decided')
      }),
  )
}

const readDeclaration: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/declaration',
    {
      schema: {
        tags,
        summary: 'Read the declaration in force',
        params,
        response: { 200: declarationSchema },
      },
      config,
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { declaration } = await caseOf(transaction, request.params.id)
        return {
          declaration: await factOf<Declaration>(transaction, declaration?.declaration, 'declared'),
          origins: await factOf<Origins>(transaction, declaration?.origins, 'declared'),
        }
      }),
  )
}

/** What was decided in a case, each decision with its reasons. */
export const caseDecisionRoutes = together(readQuote, readLane, readParties, readDeclaration)

async function factOf<Fact extends object>(
  transaction: TenantTransaction,
  reference: FactReference | undefined,
  done: keyof typeof doneZh,
): Promise<Fact> {
  const { facts } = await readFacts<[Fact]>(transaction, [found(reference, notYet(done))])
  return facts[0]
}

const doneZh = { quoted: '报价', decided: '确定', declared: '申报' } as const

function notYet(done: keyof typeof doneZh): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `This has not been ${done} yet.`,
    mend: 'Read the case for what it waits for.',
    zh: { message: `此项尚未${doneZh[done]}。`, mend: '请查看清关案正在等待什么。' },
  }
}
