import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { valueOf } from '../../test/gb-reference-data.ts'
import { trackedCases, type TrackedCases } from '../../test/tracked-cases.ts'
import { exampleOrder, exampleProfile } from '../../test/shipped-examples.ts'
import { prepareCase } from '../clearance/commands/prepare-case.ts'
import { recordFailedPreparation } from '../clearance/commands/record-failed-preparation.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import { declareCaseQueue, prepareCaseQueue } from '../clearance/queues.ts'
import { readReferenceData, referenceParts } from '../clearance/reference-data.ts'
import { readCase } from '../clearance/store/case-store.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import { readDataFiles } from '../platform/data-files.ts'
import { enqueue, startWorkers, type Workers } from '../platform/jobs/index.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { clearanceAssignments } from './clearance-assignments.ts'
import { britishBook } from '../../test/british-book.ts'

const silent = () => Promise.resolve()

describe('a case that is declared as soon as it is ready', () => {
  let cases: TrackedCases
  let workers: Workers | undefined
  beforeAll(async () => {
    cases = await trackedCases()
  })
  afterAll(async () => {
    await workers?.stop()
    await cases.close()
  })

  it('is prepared anew when midnight has passed since, and declared with the figures of the day', async () => {
    const { tenantId, api, clock, log, worker: database } = cases
    await cases.setProfile(await exampleProfile('e-commerce-platform'))
    await inTenant(api, tenantId, (transaction) =>
      transaction.updateTable('tenant').set({ declare_when_ready: true }).execute(),
    )
    const reference = valueOf(
      readReferenceData(await readDataFiles(referenceParts), { book: britishBook() }),
    )
    const ports = { database, clock, reference, tell: silent, renderDocuments: 'off' } as const
    const { caseId } = await cases.open(silent, await exampleOrder('marketplace-cn-gb'))
    const read = () => inTenant(api, tenantId, (transaction) => readCase(transaction, caseId))
    const context: ChangeContext = {
      ...{ tenantId, now: clock.now() },
      actor: { kind: 'worker', id: 'clearance' },
      cause: { kind: 'job', id: 'first' },
    }
    await inTenant(database, tenantId, (transaction) =>
      prepareCase(ports, transaction, { caseId }, context),
    )
    const ready = await read()
    expect(ready).toMatchObject({ main: 'ready', obstacles: [], quote: { on: '2026-09-01' } })
    clock.advance(86_400_000)
    const assignments = clearanceAssignments(ports, log).filter(
      ({ queue }) => queue.name === declareCaseQueue.name,
    )
    workers = await startWorkers({ database, log, assignments })
    await vi.waitFor(
      async () =>
        expect(await read()).toMatchObject({ main: 'lodged', quote: { on: '2026-09-02' } }),
      { timeout: 20_000, interval: 100 },
    )
  })
})

describe('a case whose preparation breaks off every time', () => {
  let cases: TrackedCases
  let workers: Workers
  let ports: ClearancePorts

  beforeAll(async () => {
    cases = await trackedCases()
    const { worker: database, clock, log } = cases
    // Without reference data a preparation throws, as it would for a fault of its own.
    const reference = undefined as never
    ports = { database, clock, reference, tell: silent, renderDocuments: 'off' }
    workers = await startWorkers({ database, log, assignments: clearanceAssignments(ports, log) })
  })
  afterAll(async () => {
    await workers.stop()
    await cases.close()
  })

  it('says so once the last try has failed, and only once', async () => {
    const { tenantId, api, clock } = cases
    const { caseId } = await cases.open(silent)
    const lastTry = { ...prepareCaseQueue, retries: 0 }
    await inTenant(api, tenantId, (transaction) =>
      enqueue(transaction, lastTry, { tenantId, caseId }),
    )
    const read = () => inTenant(api, tenantId, (transaction) => readCase(transaction, caseId))
    await vi.waitFor(
      async () =>
        expect(await read()).toMatchObject({
          main: 'draft',
          obstacles: [{ code: 'preparation-failed' }],
        }),
      { timeout: 20_000, interval: 100 },
    )
    const before = await read()
    const context: ChangeContext = {
      ...{ tenantId, now: clock.now() },
      actor: { kind: 'worker', id: 'clearance' },
      cause: { kind: 'job', id: 'again' },
    }
    const again = await inTenant(api, tenantId, (transaction) =>
      recordFailedPreparation(ports, transaction, caseId, context),
    )
    expect(valueOf(again)).toEqual(before)
  })
})
