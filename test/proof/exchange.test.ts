import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allQueues } from '../../src/services/all-queues.ts'
import { createEmptyTestDatabase, createTestDatabase } from '../database.ts'
import { ExchangeProof } from './exchange-proof.ts'
import { SeededChoice, seedFrom } from './seeded-choice.ts'
import {
  startTwoWorkerInstallation,
  type TwoWorkerInstallation,
} from './two-worker-installation.ts'

// The short form of `npm run proof -- exchange`: a few orders over unruly lines, and one worker
// that is killed in the middle of a request.

const seed = seedFrom(process.env.TIDEWAITER_PROOF_SEED)
const choice = new SeededChoice(seed)
const toRepeat = `TIDEWAITER_PROOF_SEED=${seed} npx vitest run test/proof/exchange.test.ts`
const LIMIT_PER_SECOND = 8

let installation: TwoWorkerInstallation
const closers: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  const ours = await createTestDatabase({ queues: allQueues })
  const authority = await createEmptyTestDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'tidewaiter-exchange-'))
  closers.push(
    () => rm(dataFolder, { recursive: true }),
    () => authority.drop(),
    () => ours.drop(),
  )
  const databases = { ...ours, authorityUrl: authority.ownerUrl }
  const limitPerSecond = LIMIT_PER_SECOND
  installation = await startTwoWorkerInstallation({ databases, dataFolder, choice, limitPerSecond })
  closers.push(() => installation.close())
}, 120_000)

afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

it(
  'loses nothing and lodges nothing twice on broken lines, and takes over within ten seconds',
  { timeout: 420_000 },
  async () => {
    const told: string[] = []
    const proof = new ExchangeProof(installation, choice, (line) => told.push(line))
    const report = await proof.run({
      ...{ loadMs: 16_000, orderEveryMs: 900, killEveryMs: 10_000, awayMs: 10_500, blackOutMs: 0 },
    })
    const story = [toRepeat, ...told, JSON.stringify(report), ...installation.lastLines()].join(
      '\n',
    )
    expect(report.violations, story).toEqual([])
    expect(report.kills, story).toBe(1)
    expect(report.takeOvers.length, story).toBeGreaterThanOrEqual(1)
    for (const { seconds, byTheOther } of report.takeOvers) {
      expect(byTheOther, story).toBe(true)
      expect(seconds, story).toBeLessThan(10)
    }
    expect(report.mostInASecond, story).toBeLessThanOrEqual(LIMIT_PER_SECOND)
    expect(report.mostLettersInASecond, story).toBeLessThanOrEqual(LIMIT_PER_SECOND)
    expect(report.letters, story).toBeGreaterThan(0)
  },
)
