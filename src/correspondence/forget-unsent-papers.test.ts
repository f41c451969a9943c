import { afterAll, beforeAll, expect, it } from 'vitest'

import { type ExchangeDatabase, openExchangeDatabase } from '../../test/exchange-database.ts'
import type { Instant } from '../customs/calendar/local-date.ts'
import { newId } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { forgetUnsentPapers } from './forget-unsent-papers.ts'
import { keepLetterPaper } from './keep-letter-paper.ts'
import { attachTo } from './put-letter.ts'

const AFTER_DAYS = 30
const DAY_MS = 86_400_000

let exchange: ExchangeDatabase

beforeAll(async () => {
  exchange = await openExchangeDatabase()
})
afterAll(() => exchange.close())

type Business = Pick<ExchangeDatabase, 'tenantId' | 'caseId'>

async function uploaded({ tenantId }: Business, daysAgo: number): Promise<string> {
  const at = new Date(Date.parse(exchange.clock.now()) - daysAgo * DAY_MS)
  const now = at.toISOString() as Instant
  const paper = { fileName: 'a.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-') }
  return inTenant(exchange.database, tenantId, async (transaction) => {
    const { attachmentId } = await keepLetterPaper(transaction, paper, { tenantId, now })
    return attachmentId
  })
}

async function sent(business: Business, attachmentId: string): Promise<void> {
  const { tenantId } = business
  const [threadId, letterId, now] = [newId('thread'), newId('letter'), exchange.clock.now()]
  await inTenant(exchange.database, tenantId, async (transaction) => {
    await transaction
      .insertInto('correspondence_thread')
      .values({
        ...{ id: threadId, tenant_id: tenantId, channel: 'test', kind: 'enquiry', subject: 's' },
        ...{ opened_by: 'office', office_reference: threadId, state: 'open' },
        ...{ opened_at: now, updated_at: now },
      })
      .execute()
    await transaction
      .insertInto('letter')
      .values({
        ...{ id: letterId, tenant_id: tenantId, thread_id: threadId, written_by: 'office' },
        ...{ text: 'See the paper.', office_letter_id: letterId, written_at: now },
      })
      .execute()
    await attachTo(transaction, { tenantId, letterId, attachmentIds: [attachmentId] })
  })
}

async function papersOf({ tenantId }: Business): Promise<readonly string[]> {
  const rows = await inTenant(exchange.database, tenantId, (transaction) =>
    transaction.selectFrom('attachment').select('id').execute(),
  )
  return rows.map(({ id }) => id).toSorted()
}

it('removes papers of all businesses that went with no letter for long, and no others', async () => {
  const other = await exchange.addTenant()
  await uploaded(exchange, AFTER_DAYS + 1)
  await uploaded(other, AFTER_DAYS + 1)
  const fresh = await uploaded(exchange, AFTER_DAYS - 1)
  const withLetter = await uploaded(other, AFTER_DAYS + 1)
  await sent(other, withLetter)
  const ofCase = await uploaded(other, AFTER_DAYS + 1)
  await exchange.asOwner(
    `alter table attachment disable trigger erased_only;
     alter table attachment no force row level security;
     update attachment set case_id = '${other.caseId}' where id = '${ofCase}';
     alter table attachment force row level security;
     alter table attachment enable trigger erased_only`,
  )
  expect(await forgetUnsentPapers({ ...exchange, afterDays: AFTER_DAYS })).toBe(2)
  expect(await papersOf(exchange)).toEqual([fresh])
  expect(await papersOf(other)).toEqual([withLetter, ofCase].toSorted())
  expect(await forgetUnsentPapers({ ...exchange, afterDays: AFTER_DAYS })).toBe(0)
})
