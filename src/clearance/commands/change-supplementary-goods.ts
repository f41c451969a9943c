import { canonicalJson } from '../../customs/canonical-json.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import { composeSupplementaryAnew } from '../preparation/compose-supplementary-anew.ts'
import { insertFacts, readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { type AmendedGoods, applyAmendment } from './amended-goods.ts'
import { changeCase, notInThisState } from './change-case.ts'
import { decidedAnew } from './decided-anew.ts'
import { staleVersion, whatIsMended } from './mend-goods-data.ts'
import { showOtherGoods } from './show-other-goods.ts'

/** Goods data as the supplementary declaration has to state them. */
export interface SupplementaryGoods {
  readonly caseId: string
  readonly goods: AmendedGoods
  /** The version of the case that the change was made on. */
  readonly version: number
}

/** Reference of a declaration that is only filled to see whether it can be. */
const ON_TRIAL = 'TRIAL'

/**
 * Changes the goods data of a case whose goods were released on a simplified declaration, before what
 * completes that is handed in: number, price, code and origin may have turned out otherwise. The case is
 * decided and quoted anew by the law of the acceptance; nothing is sent.
 */
export async function changeSupplementaryGoods(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: SupplementaryGoods,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  return changeCase(ports, transaction, input.caseId, {
    context,
    decide: async (state) => {
      if (state.version !== input.version) return staleVersion
      const { state: standing } = state.supplementary ?? {}
      if (standing !== 'owed' && standing !== 'overdue') {
        return notInThisState(state, {
          en: 'given other goods data for a supplementary declaration',
          zh: '为补充申报更改货物资料',
        })
      }
      return change(ports, transaction, { state, goods: input.goods, context })
    },
  })
}

interface Changing extends Pick<SupplementaryGoods, 'goods'> {
  readonly state: CaseState
  readonly context: ChangeContext
}

async function change(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { state, goods, context }: Changing,
): Promise<Result<readonly NewCaseEvent[]>> {
  const read = await readFacts<[Consignment]>(transaction, [state.consignment])
  const [before] = read.facts
  const amended = applyAmendment(before, goods)
  if (!amended.ok) return amended
  const consignment = amended.value
  if (canonicalJson(before) === canonicalJson(consignment)) return success([])
  const trial = { state, consignment, lrn: ON_TRIAL }
  const made = await composeSupplementaryAnew(ports, transaction, trial)
  if (!made.ok) return made
  const { decided, facts } = decidedAnew(made.value.preparation, consignment, read.personal)
  const { caseId } = state
  await insertFacts(transaction, facts, { tenantId: context.tenantId, caseId, at: context.now })
  const other = { caseId, consignment: decided.consignment }
  await showOtherGoods(ports, transaction, other, context)
  return success([
    { type: 'supplementary-goods-changed', data: { ...decided, what: whatIsMended(goods) } },
  ])
}
