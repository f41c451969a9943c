import { sql } from 'kysely'

import type { CaseSubject, Eraser } from '../../clearance/personal/eraser.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { inTenant, type TenantTransaction } from '../../platform/postgres/index.ts'
import { type CaseMailsJob, forgetMailsQueue } from './queues.ts'
import type { DeliveryPorts } from './send-deliveries.ts'

/**
 * The mails to the buyer of a case, which bear an address although no delivery does. They lie where
 * the workers have put them, so a job takes them away after the commit. A mail that is still due
 * finds no address any more and is not sent.
 */
export const eraseMails: Eraser<CaseSubject> = async (transaction, { tenantId, caseId }) => {
  const mails = await mailsToBuyer(transaction, caseId)
  if (mails.length > 0) await enqueue(transaction, forgetMailsQueue, { tenantId, caseId })
  return mails.length
}

/** Takes away what the mailer keeps of the mails to the buyer of a case. May run any number of times. */
export async function forgetMails(
  { database, mailer }: Pick<DeliveryPorts, 'database' | 'mailer'>,
  { tenantId, caseId }: CaseMailsJob,
): Promise<void> {
  const mails = await inTenant(database, tenantId, (transaction) =>
    mailsToBuyer(transaction, caseId),
  )
  for (const { id } of mails) await mailer.forget(id)
}

function mailsToBuyer(
  transaction: TenantTransaction,
  caseId: string,
): Promise<readonly { readonly id: string }[]> {
  return transaction
    .selectFrom('delivery')
    .select('id')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'email')
    .where(sql`payload ->> 'to'`, '=', 'buyer')
    .execute()
}
