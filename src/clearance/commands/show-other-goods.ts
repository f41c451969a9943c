import type { Consignment } from '../../customs/consignment/consignment.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { FactReference } from '../events/case-event.ts'
import type { ClearancePorts } from '../ports.ts'
import { renderDocumentsQueue } from '../queues.ts'
import { readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { replaceGoodsTerms } from '../store/search-terms.ts'

/** The case is found by the goods as they are declared now, and its papers show them. */
export async function showOtherGoods(
  { renderDocuments }: Pick<ClearancePorts, 'renderDocuments'>,
  transaction: TenantTransaction,
  { caseId, consignment }: { readonly caseId: string; readonly consignment: FactReference },
  { tenantId }: ChangeContext,
): Promise<void> {
  const { facts, personal } = await readFacts<[Consignment]>(transaction, [consignment])
  const found = { consignment: facts[0], personal }
  await replaceGoodsTerms(transaction, { tenantId, caseId }, found)
  if (renderDocuments === 'on') {
    await enqueue(transaction, renderDocumentsQueue, { tenantId, caseId })
  }
}
