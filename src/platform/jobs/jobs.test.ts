import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Transaction } from 'kysely'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { newId } from '../ids.ts'
import { createLog } from '../log.ts'
import { connect, inTransaction, type Database, type Schema } from '../postgres/index.ts'
import {
  defineQueue,
  enqueue,
  handle,
  installJobs,
  startWorkers,
  type Assignment,
  type Workers,
} from './index.ts'

type CasePayload = { readonly caseId: string }

const prompt = defineQueue<CasePayload>('prompt')
const failing = defineQueue<CasePayload>('failing', { retries: 1, retryDelaySeconds: 1 })
const abandoned = defineQueue<CasePayload>('abandoned', { timeLimitSeconds: 2 })
const rolledBack = defineQueue<CasePayload>('rolled-back')
const queues = [prompt, failing, abandoned, rolledBack]

const log = createLog({ level: 'silent', name: 'test' })
let files: TestDatabase
let app: Database<Schema>
let worker: Database<Schema>
const started: Workers[] = []

beforeAll(async () => {
  files = await createTestDatabase({ queues })
  app = connect({ url: files.appUrl, applicationName: 'app', maxConnections: 4, log })
  worker = connect({ url: files.workerUrl, applicationName: 'worker', maxConnections: 8, log })
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((workers) => workers.stop()))
})
afterAll(async () => {
  await app.close()
  await worker.close()
  await files.drop()
})

async function work(assignment: Assignment): Promise<Workers> {
  const workers = await startWorkers({ database: worker, log, assignments: [assignment] })
  started.push(workers)
  return workers
}

async function openJobs(queueName: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: files.ownerUrl })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(
    'select state, data, retry_count, output from pgboss.job where name = $1',
    [queueName],
  )
  await client.end()
  return rows
}

const add = (transaction: Transaction<Schema>): Promise<string> =>
  enqueue(transaction, prompt, { caseId: newId('case') })

describe('enqueueing', () => {
  it('goes with the transaction when that is rolled back', async () => {
    const undone = inTransaction(app, async (transaction) => {
      await enqueue(transaction, rolledBack, { caseId: newId('case') })
      throw new Error('changed my mind')
    })
    await expect(undone).rejects.toThrow('changed my mind')
    expect(await openJobs(rolledBack.name)).toEqual([])
  })

  it('shows the job to nobody before the commit', async () => {
    const caseId = newId('case')
    const seenBefore = await inTransaction(app, async (transaction) => {
      await enqueue(transaction, rolledBack, { caseId })
      return openJobs(rolledBack.name)
    })
    expect(seenBefore).toEqual([])
    expect(await openJobs(rolledBack.name)).toMatchObject([{ state: 'created', data: { caseId } }])
  })

  it('refuses a payload that holds more than ids', async () => {
    const undone = inTransaction(app, (transaction) =>
      enqueue(transaction, prompt, { caseId: '12 Harbour Road, Dover' }),
    )
    await expect(undone).rejects.toThrow('prompt: caseId must be an id')
  })

  it('refuses a queue that was not installed', async () => {
    const unknown = defineQueue<CasePayload>('unknown')
    const undone = inTransaction(app, (transaction) =>
      enqueue(transaction, unknown, { caseId: newId('case') }),
    )
    await expect(undone).rejects.toThrow('the queue unknown is not installed')
  })
})

describe('a worker', () => {
  it('is woken by a commit of another process, long before it would look by itself', async () => {
    const done: number[] = []
    await work(handle(prompt, () => void done.push(Date.now())))
    // By now the worker has found nothing and rests for a second.
    await sleep(100)
    const waits: number[] = []
    for (let round = 1; round <= 5; round += 1) {
      const before = Date.now()
      await inTransaction(app, add)
      await vi.waitFor(() => expect(done).toHaveLength(round), { timeout: 5_000, interval: 2 })
      waits.push((done.at(-1) ?? 0) - before)
    }
    expect(Math.min(...waits)).toBeLessThan(200)
  })

  it('does every job once and leaves none behind', async () => {
    const done: string[] = []
    await work(handle(prompt, ({ payload }) => void done.push(payload.caseId)))
    const expected = Array.from({ length: 300 }, () => newId('case'))
    for (let first = 0; first < expected.length; first += 50) {
      await inTransaction(app, async (transaction) => {
        for (const caseId of expected.slice(first, first + 50)) {
          await enqueue(transaction, prompt, { caseId })
        }
      })
    }
    await vi.waitFor(() => expect(done).toHaveLength(expected.length), { timeout: 20_000 })
    expect([...done].sort()).toEqual([...expected].sort())
    await vi.waitFor(async () => expect(await openJobs(prompt.name)).toEqual([]), 5_000)
  })

  it('waits until a delayed job is due', async () => {
    let doneAt = 0
    await work(handle(prompt, () => void (doneAt = Date.now())))
    const before = Date.now()
    await inTransaction(app, (transaction) =>
      enqueue(transaction, prompt, { caseId: newId('case') }, { afterSeconds: 1 }),
    )
    await vi.waitFor(() => expect(doneAt).toBeGreaterThan(0), { timeout: 10_000 })
    expect(doneAt - before).toBeGreaterThanOrEqual(1_000)
  })

  it('tries a failed job again, and lays it with the dead letters in the end', async () => {
    let attempts = 0
    await work(
      handle(failing, () => {
        attempts += 1
        return Promise.reject(
          Object.assign(new TypeError('Ms Li is not at home'), { code: 'CLOSED' }),
        )
      }),
    )
    const caseId = newId('case')
    await inTransaction(app, (transaction) => enqueue(transaction, failing, { caseId }))
    await vi.waitFor(
      async () => expect(await openJobs('failing-dead')).toMatchObject([{ data: { caseId } }]),
      { timeout: 20_000, interval: 200 },
    )
    expect(attempts).toBe(2)
    const [kept] = await openJobs('failing-dead')
    expect(kept?.output).toEqual({ message: 'TypeError CLOSED' })
  })

  it('finishes the jobs in hand when it is stopped, and takes no more', async () => {
    const events: string[] = []
    const workers = await work(
      handle(
        prompt,
        async () => {
          events.push('begun')
          await sleep(300)
          events.push('done')
        },
        { concurrency: 1 },
      ),
    )
    await inTransaction(app, add)
    await inTransaction(app, add)
    await vi.waitFor(() => expect(events).toEqual(['begun']), 5_000)
    await workers.stop()
    expect(events).toEqual(['begun', 'done'])
    expect(await openJobs(prompt.name)).toHaveLength(1)
  })

  it('takes over the job of a worker that was killed', async () => {
    const fixture = join(import.meta.dirname, 'hanging-worker.fixture.ts')
    const killed = spawn(
      process.execPath,
      ['--import', 'tsx', fixture, files.workerUrl, abandoned.name, '2'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const caseId = newId('case')
    await inTransaction(app, (transaction) => enqueue(transaction, abandoned, { caseId }))
    await once(killed.stdout, 'data')
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(await openJobs(abandoned.name)).toMatchObject([{ state: 'active' }])

    const done: string[] = []
    await work(handle(abandoned, ({ payload }) => void done.push(payload.caseId)))
    await vi.waitFor(() => expect(done).toEqual([caseId]), { timeout: 20_000 })
  })
})

describe('installing the jobs', () => {
  it('adds new queues and leaves the jobs of the others alone', async () => {
    const roles = [new URL(files.appUrl).username, new URL(files.workerUrl).username]
    const added = defineQueue<CasePayload>('added')
    await inTransaction(app, (transaction) =>
      enqueue(transaction, rolledBack, { caseId: newId('case') }),
    )
    const before = await openJobs(rolledBack.name)
    const { ownerUrl } = files
    expect((await installJobs({ ownerUrl, queues: [...queues, added], roles })).ok).toBe(true)
    expect(await openJobs(rolledBack.name)).toEqual(before)

    await inTransaction(app, (transaction) =>
      enqueue(transaction, added, { caseId: newId('case') }),
    )
    expect(await openJobs(added.name)).toHaveLength(1)
  })
})
