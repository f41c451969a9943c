import type { Money } from '../../customs/money/money.ts'
import { compare, isPositive, sum } from '../../customs/money/money.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { tradeRoles, wordFor } from '../history/event-words.ts'
import { receivableFrom } from '../ledger/postings.ts'
import type { ClearancePorts } from '../ports.ts'
import { readBalances } from '../store/case-ledger.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase } from './change-case.ts'

/**
 * A payment between the parties, such as a buyer's to the agent; the authority has no part in it.
 */
export interface Settlement {
  /** The role that a debt names as its payer; the ledger has a receivable for each. */
  readonly payer: string
  readonly amount: Money
  /** Bank reference or receipt by which the payment can be found. */
  readonly reference: string
}

/** Records that a party has paid what this case cost it. More than it owes is refused. */
export async function settleCharges(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: { readonly caseId: string; readonly settlement: Settlement },
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { caseId, settlement } = input
  return changeCase(ports, transaction, caseId, {
    context,
    decide: async () => {
      const owed = await owedBy(transaction, caseId, settlement)
      if (!isPositive(settlement.amount) || compare(settlement.amount, owed) > 0) {
        return failure({
          code: 'conflict',
          path: '/amount',
          message: `${settlement.payer} owes ${owed.amount} ${owed.currency} in this case.`,
          mend: 'Record a positive amount of at most that.',
          zh: {
            message: `本案中${wordFor(tradeRoles, settlement.payer).zh}应付${owed.amount} ${owed.currency}。`,
            mend: '请登记不超过该金额的正数金额。',
          },
        })
      }
      return success([{ type: 'charges-settled', data: settlement }])
    },
  })
}

async function owedBy(
  transaction: TenantTransaction,
  caseId: string,
  { payer, amount }: Settlement,
): Promise<Money> {
  const balances = await readBalances(transaction, caseId)
  const own = balances.filter(
    ({ account, balance }) =>
      account === receivableFrom(payer) && balance.currency === amount.currency,
  )
  return sum(
    own.map(({ balance }) => balance),
    amount.currency,
  )
}
