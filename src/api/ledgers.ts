import { Type, type Static } from 'typebox'

import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readBalances, type AccountBalance } from '../clearance/store/case-ledger.ts'
import type { Immutable } from '../customs/immutable.ts'
import { instantOf } from '../platform/clock.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { principalOf, type ApiRoutes } from './http/route.ts'
import { instant, signedMoney } from './http/schema.ts'
import { caseOf, caseParams } from './views/case-path.ts'
import { shownMoney } from './views/shown-money.ts'

const entrySchema = Type.Object({
  postingId: Type.String({ description: 'the entries of one posting add up to zero' }),
  account: Type.String(),
  amount: signedMoney,
  memo: Type.String(),
  eventSequence: Type.Integer({ description: 'the event of the case that it follows from' }),
  at: instant,
})

const ledgerSchema = Type.Object(
  {
    balances: Type.Array(Type.Object({ account: Type.String(), balance: signedMoney })),
    entries: Type.Array(entrySchema),
  },
  { description: 'the money of a case in double entry: debit positive, credit negative' },
)

/** The type of {@link ledgerSchema}. */
export type CaseLedger = Immutable<Static<typeof ledgerSchema>>

/** The money of a case. */
export const ledgerRoutes: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/cases/:id/ledger',
    {
      schema: {
        tags: ['money'],
        summary: 'Read the ledger of a case',
        params: caseParams,
        response: { 200: ledgerSchema },
      },
      config: { admit: 'cases.read' },
    },
    (request) =>
      inTenant(ports.database, principalOf(request).tenantId, async (transaction) => {
        const { caseId } = await caseOf(transaction, request.params.id)
        const balances = await readBalances(transaction, caseId)
        const entries = await withPersonalFields(
          transaction,
          await readEntries(transaction, caseId),
        )
        return { balances: balances.map(shownBalance), entries }
      }),
  )
}

function shownBalance({ account, balance }: AccountBalance) {
  return { account, balance: shownMoney(balance) }
}

async function readEntries(transaction: TenantTransaction, caseId: string) {
  const rows = await transaction
    .selectFrom('ledger_entry')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    postingId: row.posting_id,
    account: row.account,
    amount: shownMoney(row),
    memo: row.memo,
    eventSequence: row.event_sequence,
    at: instantOf(row.at),
  }))
}
