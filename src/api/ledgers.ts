import { Type, type Static } from 'typebox'

import type { CaseState } from '../clearance/case-state.ts'
import { withPersonalFields } from '../clearance/personal/personal-record.ts'
import { readBalances, type AccountBalance } from '../clearance/store/case-ledger.ts'
import { isSimplified } from '../customs/declaration/declaration-type.ts'
import { localDate, money } from '../customs/order/schema.ts'
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
    owedLater: Type.Optional(
      Type.Object(
        { amount: money, dueOn: Type.Optional(localDate) },
        {
          description:
            'duty and VAT as quoted, which the supplementary declaration will make due; by when it ' +
            'has to be handed in, once the goods are released. Absent once they are assessed',
        },
      ),
    ),
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
        const state = await caseOf(transaction, request.params.id)
        const { caseId } = state
        const balances = await readBalances(transaction, caseId)
        const entries = await withPersonalFields(
          transaction,
          await readEntries(transaction, caseId),
        )
        return { balances: balances.map(shownBalance), entries, ...owedLater(state) }
      }),
  )
}

/** What is not charged with the release on a simplified declaration and will be with what completes it. */
function owedLater({ declaration, supplementary, quote, assessment }: CaseState) {
  const isOpen = isSimplified(declaration?.additionalType) && assessment === undefined
  if (!isOpen || quote === undefined) return {}
  const dueOn = supplementary && { dueOn: supplementary.dueOn }
  return { owedLater: { amount: shownMoney(quote.dueAtImport), ...dueOn } }
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
