import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lodgedCaseEvents } from '../../../test/lodged-case.ts'
import { type TrackedCases, trackedCases } from '../../../test/tracked-cases.ts'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import { inTenant } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { ClearancePorts } from '../ports.ts'
import { readCase } from '../store/case-store.ts'
import { remindOfSupplementary } from './remind-of-supplementary.ts'

const tell = async () => {}
const dueOn = '2026-10-10' as LocalDate

describe('reminding of supplementary declarations', () => {
  let cases: TrackedCases
  let ports: ClearancePorts
  let caseId: string

  beforeAll(async () => {
    cases = await trackedCases()
    const { worker: database, clock } = cases
    ports = { database, clock, tell, renderDocuments: 'off', reference: undefined as never }
    caseId = (await cases.open(tell)).caseId
    await cases.record(tell, caseId, [
      ...lodgedCaseEvents('LRN-1').slice(1),
      { type: 'declaration-accepted', data: { mrn: '26GB1', acceptedAt: '2026-09-01T12:00:00Z' } },
      { type: 'goods-released', data: { releasedAt: '2026-09-01T12:00:00Z' } },
      { type: 'supplementary-owed', data: { dueOn } },
    ])
  })
  afterAll(() => cases.close())

  const onDay = async (day: string): Promise<CaseState> => {
    cases.clock.set(`${day}T09:00:00.000Z` as Instant)
    await remindOfSupplementary(ports)
    return inTenant(cases.worker, cases.tenantId, async (transaction) => {
      const state = await readCase(transaction, caseId)
      return state!
    })
  }

  it('says nothing while there is time', async () => {
    const { supplementary, version } = await onDay('2026-10-04')
    expect(supplementary).toMatchObject({ state: 'owed', reminded: false })
    expect((await onDay('2026-10-04')).version).toBe(version)
  })

  it('reminds once in the days before, and on the day itself it is not late', async () => {
    const { supplementary, version } = await onDay('2026-10-05')
    expect(supplementary).toMatchObject({ state: 'owed', reminded: true })
    expect((await onDay('2026-10-10')).version).toBe(version)
  })

  it('calls it overdue from the day after, once', async () => {
    const { supplementary, version } = await onDay('2026-10-11')
    expect(supplementary?.state).toBe('overdue')
    expect((await onDay('2026-11-11')).version).toBe(version)
  })
})
