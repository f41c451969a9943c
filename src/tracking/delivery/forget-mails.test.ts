import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type TrackedCases, trackedCases } from '../../../test/tracked-cases.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import { createTell } from '../tell.ts'
import { sealingKeyFrom } from '../../platform/sealed-secret.ts'
import { eraseMails, forgetMails } from './forget-mails.ts'

const publicUrl = 'https://tidewaiter.example'
const sealingKey = sealingKeyFrom(Buffer.alloc(32, 1))
const tell = createTell({ sealingKey, publicUrl, mail: 'on' })

describe('the mails of a case', () => {
  let cases: TrackedCases
  beforeAll(async () => {
    cases = await trackedCases()
  })
  afterAll(() => cases.close())

  const mailsOf = (caseId: string, to: string) =>
    inTenant(cases.api, cases.tenantId, async (transaction) => {
      const mails = await transaction
        .selectFrom('delivery')
        .select(['id', 'payload'])
        .where('case_id', '=', caseId)
        .execute()
      return mails.filter(({ payload }) => (payload as { to?: string }).to === to)
    })

  it('are taken away by a job when they were written to the buyer, and those to staff stay', async () => {
    await cases.setProfile({ contactEmail: 'desk@agent.example' })
    const { caseId, orderIds } = await cases.open(tell)
    const other = await cases.open(tell)
    const { tenantId } = cases
    const nobody = { ids: [], personalRecordIds: [], personal: {} }
    const subject = { tenantId, caseId, orderIds, ...nobody, now: cases.clock.now() }
    const asked = await inTenant(cases.api, cases.tenantId, (transaction) =>
      eraseMails(transaction, subject),
    )
    expect(asked).toBe(1)
    const forgotten: string[] = []
    const mailer = {
      send: () => Promise.resolve({ kind: 'sent' } as const),
      forget: (mailId: string) => {
        forgotten.push(mailId)
        return Promise.resolve()
      },
      close: () => undefined,
    }
    const job = { tenantId, caseId }
    await forgetMails({ database: cases.worker, mailer }, job)
    expect(forgotten).toEqual((await mailsOf(caseId, 'buyer')).map(({ id }) => id))
    expect(await mailsOf(caseId, 'tenant-contact')).toHaveLength(1)
    expect(await mailsOf(other.caseId, 'buyer')).toHaveLength(1)
  })
})
