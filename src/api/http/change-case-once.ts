import type { FastifyReply, FastifyRequest } from 'fastify'

import type { CaseState } from '../../clearance/case-state.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Result } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { ApiPorts } from '../api-ports.ts'
import { type CaseView, readCaseView } from '../views/case-view.ts'
import { changeOnce } from './change-once.ts'
import { entityTag } from './entity-tag.ts'
import { accepted } from './refusal.ts'

type Command = (
  transaction: TenantTransaction,
  context: ChangeContext,
) => Promise<Result<CaseState>>

/** Runs a command on a case once for its `Idempotency-Key`; the answer is the case after it. */
export async function changeCaseOnce(
  request: {
    readonly request: FastifyRequest
    readonly reply: FastifyReply
    readonly ports: ApiPorts
  },
  command: Command,
): Promise<CaseView> {
  const view = await changeOnce<CaseView>(request, async (transaction, context) => ({
    status: 200,
    body: await readCaseView(transaction, accepted(await command(transaction, context))),
  }))
  request.reply.header('etag', entityTag(view.version))
  return view
}
