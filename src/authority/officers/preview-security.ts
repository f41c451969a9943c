import { success, type Result } from '../../customs/result.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { Office } from '../processing/office.ts'
import type { SecurityLine } from '../security/security.ts'
import { openDossier } from './act.ts'
import { NOBODY } from './preview-reassessment.ts'
import { securityFor, type SecurityOrder } from './require-security.ts'

/** What security would be required, for each tax of each item. */
export interface SecurityPreview {
  readonly lines: readonly SecurityLine[]
}

/** Works out a security as the act itself would at this moment, and throws it away. */
export async function previewSecurity(
  office: Office,
  mrn: string,
  order: SecurityOrder,
): Promise<Result<SecurityPreview>> {
  return inTransaction(office.database, async (transaction) => {
    const desk = await openDossier(transaction, office, { mrn, officer: NOBODY })
    if (!desk.ok) return desk
    const wanted = securityFor(desk.value, order)
    return wanted.ok ? success({ lines: wanted.value.security.lines }) : wanted
  })
}
