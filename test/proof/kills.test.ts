import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allQueues } from '../../src/services/all-queues.ts'
import { createEmptyTestDatabase, createTestDatabase } from '../database.ts'
import { KillProof } from './kill-proof.ts'
import { type KillableInstallation, startKillableInstallation } from './killable-installation.ts'
import type { KillPoint } from './kill-point.ts'
import { routes } from './order-journey.ts'
import { SeededChoice, seedFrom } from './seeded-choice.ts'

// The short form of `npm run proof -- kills`: a few kills of different kinds, chosen by a
// seed.

const seed = seedFrom(process.env.TIDEWAITER_PROOF_SEED)
const toRepeat = `TIDEWAITER_PROOF_SEED=${seed} npx vitest run test/proof/kills.test.ts`

let installation: KillableInstallation
const closers: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  const ours = await createTestDatabase({ queues: allQueues })
  const authority = await createEmptyTestDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'tidewaiter-kills-'))
  closers.push(
    () => rm(dataFolder, { recursive: true }),
    () => authority.drop(),
    () => ours.drop(),
  )
  const databases = { ...ours, authorityUrl: authority.ownerUrl }
  installation = await startKillableInstallation(databases, dataFolder)
  closers.push(() => installation.close())
})

afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

it(
  'loses nothing and does nothing twice, whichever process is killed',
  { timeout: 300_000 },
  async () => {
    const choice = new SeededChoice(seed)
    const route = choice.among(routes)
    const proof = new KillProof(installation)
    const plan = sampleOf(await proof.pointsOn(route), choice).map((point) => ({
      route,
      point,
    }))
    const told: string[] = []

    const report = await proof.run(plan, (line) => told.push(line))

    const story = `${toRepeat}\n${told.join('\n')}\n${installation.lastLines().join('\n')}`
    expect(report.violations, story).toEqual([])
    expect(report.kills, story).toBe(plan.length - report.notReached.length)
    // Two runs of a route differ a little in what is done together, so a late point may not come.
    expect(report.notReached.length, story).toBeLessThan(plan.length / 2)
  },
)

/** How many kinds of moments are tried: a new process takes seconds to start. */
const kindsTried = { worker: 3, authority: 1, api: 1 } as const

/** One point of each kind of moment, of as many kinds as are tried. */
function sampleOf(points: readonly KillPoint[], choice: SeededChoice): readonly KillPoint[] {
  const shuffled = choice.shuffled(points)
  return Object.entries(kindsTried).flatMap(([process, most]) => {
    const chosen = new Map<string, KillPoint>()
    for (const point of shuffled) if (point.process === process) chosen.set(point.moment, point)
    return [...chosen.values()].slice(0, most)
  })
}
