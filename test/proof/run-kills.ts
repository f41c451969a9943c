import { parseArgs } from 'node:util'
import { startOwnDatabases } from './embedded-databases.ts'
import { describe, KillProof, type PlannedKill } from './kill-proof.ts'
import { startKillableInstallation } from './killable-installation.ts'
import { routes } from './order-journey.ts'
import { SeededChoice, seedFrom } from './seeded-choice.ts'

// `npm run proof -- kills [--seed n] [--sweeps n] [--most n]`: every kill point of every route, in
// an order that the seed decides; each sweep has another order.

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    sweeps: { type: 'string', default: '1' },
    /** Only so many kills in a sweep. */
    most: { type: 'string', default: 'all' },
  },
})
const seed = seedFrom(values.seed)
const tell = (line: string): void => void process.stdout.write(`${line}\n`)
tell(`Seed ${seed}; repeat with: npm run proof -- kills --seed ${seed}`)

const databases = await startOwnDatabases('proof-kills')
const installation = await startKillableInstallation(databases, databases.dataFolder)
const proof = new KillProof(installation)
let isBroken = false
try {
  const all: PlannedKill[] = []
  for (const route of routes) {
    const points = await proof.pointsOn(route)
    tell(
      `${points.length} points where the ${route.declaredBy} declares, arriving ${route.arrives}`,
    )
    all.push(...points.map((point) => ({ route, point })))
  }
  const choice = new SeededChoice(seed)
  const most = values.most === 'all' ? all.length : Number(values.most)
  for (let sweep = 1; sweep <= Number(values.sweeps) && !isBroken; sweep += 1) {
    tell(`Sweep ${sweep}`)
    const report = await proof.run(choice.shuffled(all).slice(0, most), tell)
    for (const planned of report.notReached) tell(`not reached: ${describe(planned)}`)
    for (const sentence of report.violations) tell(`VIOLATED: ${sentence}`)
    isBroken = report.violations.length > 0
    tell(`Sweep ${sweep}: ${report.kills} kills, ${report.violations.length} violations`)
  }
  const verdict = isBroken
    ? 'That is not as it must be.'
    : 'Nothing was lost, nothing was done twice.'
  tell(`${proof.orders} orders, ${installation.kills()} kills. ${verdict}`)
} catch (error) {
  isBroken = true
  tell(String(error))
} finally {
  if (isBroken) tell(installation.lastLines().join('\n'))
  await installation.close()
  await databases.remove()
}
process.exit(isBroken ? 1 : 0)
