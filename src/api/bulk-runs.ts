import { Type, type Static } from 'typebox'

import { mayDo } from '../access/index.ts'
import {
  BULK_CASES_MAX,
  bulkActions,
  type BulkInput,
  type BulkRun,
  readBulkRun,
  startBulkRun,
} from '../clearance/bulk/bulk-run.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { instantOf } from '../platform/clock.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { noRight } from './http/authentication.ts'
import { changeOnce } from './http/change-once.ts'
import { failureSchema } from './http/problem.ts'
import { accepted, found, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'
import { caseFilter } from './views/case-filter.ts'
import { selectSummaries } from './views/case-summary.ts'

const action = oneOf(bulkActions, 'what is done with each case')

const askSchema = Type.Object(
  {
    action,
    caseIds: Type.Optional(
      Type.Array(idOf('a case'), { minItems: 1, maxItems: BULK_CASES_MAX, uniqueItems: true }),
    ),
    filter: Type.Optional(
      Type.Object(caseFilter, {
        additionalProperties: false,
        description: 'instead of ids: every case that the list shows under it',
      }),
    ),
    reason: Type.Optional(text(512, 'why, which stopping and reopening want to know')),
    additionalType: Type.Optional(
      oneOf(['A', 'D'], 'of a declaration: D before the goods arrive, unless stated; A after'),
    ),
  },
  { additionalProperties: false },
)

const runSchema = Type.Object(
  {
    id: Type.String(),
    action,
    state: oneOf(['running', 'finished'], 'whether a case still waits for its turn'),
    counts: Type.Object({
      total: Type.Integer(),
      waiting: Type.Integer(),
      done: Type.Integer(),
      failed: Type.Integer(),
    }),
    createdAt: instant,
    cases: Type.Array(
      Type.Object({
        caseId: Type.String(),
        reference: Type.String(),
        outcome: oneOf(['waiting', 'done', 'failed'], 'what became of the case'),
        failures: Type.Array(failureSchema),
      }),
    ),
  },
  { title: 'BulkRun', description: 'one action on many cases, as far as it has come' },
)

/** The type of {@link runSchema}. */
export type BulkRunView = Immutable<Static<typeof runSchema>>

type Ask = Immutable<Static<typeof askSchema>>

const tags = ['cases']

/**
 * The answer to an action on many cases is a run that can be read again and again, rather than a
 * stream of outcomes: a stream that breaks would leave nobody knowing what was done, and a request
 * that is repeated under its key gets the same run and not a second one.
 */
const start: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/cases/bulk',
    {
      schema: {
        tags,
        summary: 'Prepare, declare, stop or reopen many cases',
        description:
          `Up to ${BULK_CASES_MAX} cases, each changed for itself: what cannot be done with one ` +
          'keeps no other back. How far it has come is told at the address in Location.',
        body: askSchema,
        response: { 202: runSchema },
      },
      config: { admit: 'cases.change-many' },
    },
    (request, reply) => {
      const { role } = principalOf(request)
      const right = `cases.${request.body.action}` as const
      if (!mayDo(role, right)) refuse(noRight(role, right))
      const input = inputOf(request.body)
      return changeOnce<BulkRunView>({ request, reply, ports }, async (transaction, context) => {
        const caseIds = await casesOf(transaction, request.body, context.now)
        const runId = accepted(await startBulkRun(transaction, input, caseIds, context))
        const body = await viewOf(transaction, runId)
        return { status: 202, body, location: `/v1/bulk-runs/${runId}` }
      })
    },
  )
}

const readOne: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/bulk-runs/:id',
    {
      schema: {
        tags,
        summary: 'Read how far an action on many cases has come',
        params: Type.Object({ id: idOf('the run') }),
        response: { 200: runSchema },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, (transaction) =>
        viewOf(transaction, request.params.id),
      ),
  )
}

/** One action on many cases. */
export const bulkRunRoutes = together(start, readOne)

function inputOf({ action, reason, additionalType = 'D' }: Ask): BulkInput {
  switch (action) {
    case 'prepare':
      return { action }
    case 'declare':
      return { action, additionalType }
    case 'stop':
    case 'reopen':
      return { action, reason: found(reason, reasonMissing) }
  }
}

async function casesOf(
  transaction: TenantTransaction,
  { caseIds, filter }: Ask,
  now: Instant,
): Promise<readonly string[]> {
  if (caseIds !== undefined && filter === undefined) return caseIds
  if (caseIds !== undefined || filter === undefined) return refuse(eitherOr)
  const wanted = { filter, sort: 'newest', limit: BULK_CASES_MAX, now } as const
  const rows = await selectSummaries(transaction, wanted).execute()
  if (rows.length === 0) refuse(noneFound)
  if (rows.length > BULK_CASES_MAX) refuse(tooMany)
  return rows.map(({ id }) => id)
}

async function viewOf(transaction: TenantTransaction, runId: string): Promise<BulkRunView> {
  return shown(found(await readBulkRun(transaction, runId), noSuchRun(runId)))
}

function shown({ id, input, createdAt, cases }: BulkRun): BulkRunView {
  const count = (outcome: BulkRun['cases'][number]['outcome']) =>
    cases.filter((each) => each.outcome === outcome).length
  const waiting = count('waiting')
  return {
    ...{ id, action: input.action, cases },
    state: waiting === 0 ? 'finished' : 'running',
    counts: { total: cases.length, waiting, done: count('done'), failed: count('failed') },
    createdAt: instantOf(createdAt),
  }
}

const reasonMissing: Failure = {
  code: 'invalid-input',
  path: '/reason',
  message: 'To stop or to reopen cases a reason is needed.',
  mend: 'State it for those who read the record.',
  zh: { message: '停办或重新启动清关案须填写原因。', mend: '请填写，供日后查阅记录的人了解。' },
}

const eitherOr: Failure = {
  code: 'invalid-input',
  path: '/caseIds',
  message: 'The cases are named either by their ids or by a filter.',
  mend: 'Send one of the two.',
  zh: { message: '清关案要么按编号列出，要么按筛选条件选定。', mend: '请只提供其中之一。' },
}

const noneFound: Failure = {
  code: 'invalid-input',
  path: '/filter',
  message: 'No case is under this filter.',
  mend: 'Read the list of cases with it first.',
  zh: { message: '没有符合此筛选条件的清关案。', mend: '请先用此条件查看清关案列表。' },
}

const tooMany: Failure = {
  code: 'invalid-input',
  path: '/filter',
  message: `More than ${BULK_CASES_MAX} cases are under this filter.`,
  mend: 'Narrow it, or name the cases by their ids.',
  zh: {
    message: `符合此筛选条件的清关案超过 ${BULK_CASES_MAX} 个。`,
    mend: '请缩小范围，或按编号列出。',
  },
}

function noSuchRun(runId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no run ${runId}.`,
    mend: 'Take the address from the answer to the action.',
    zh: { message: `没有批量操作 ${runId}。`, mend: '请使用提交批量操作时返回的地址。' },
  }
}
