import { Type } from 'typebox'

import type { CaseState } from '../../clearance/case-state.ts'
import { noSuchCase } from '../../clearance/commands/change-case.ts'
import { readCase } from '../../clearance/store/case-store.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { accepted } from '../http/refusal.ts'
import { idOf } from '../http/schema.ts'

/** The path parameter of everything that belongs to a case. */
export const caseParams = Type.Object({ id: idOf('the case') })

/** The case of the path; a case of another tenant does not exist here. */
export async function caseOf(transaction: TenantTransaction, caseId: string): Promise<CaseState> {
  const state = await readCase(transaction, caseId)
  return state ?? accepted(noSuchCase(caseId))
}
