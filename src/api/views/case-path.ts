import { Type } from 'typebox'

import type { CaseState } from '../../clearance/case-state.ts'
import { readCase } from '../../clearance/store/case-store.ts'
import type { Failure } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { found } from '../http/refusal.ts'

/** The path parameter of everything that belongs to a case. */
export const caseParams = Type.Object({ id: Type.String({ description: 'id of the case' }) })

/** The case of the path; a case of another tenant does not exist here. */
export async function caseOf(transaction: TenantTransaction, caseId: string): Promise<CaseState> {
  return found(await readCase(transaction, caseId), noSuchCase(caseId))
}

function noSuchCase(caseId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no case ${caseId}.`,
    mend: 'Check the id; the list of cases is at /v1/cases.',
  }
}
