import { parseArgs } from 'node:util'
import { startOwnDatabases } from './embedded-databases.ts'
import { ExchangeProof, type ExchangeReport } from './exchange-proof.ts'
import { SeededChoice, seedFrom } from './seeded-choice.ts'
import { startTwoWorkerInstallation } from './two-worker-installation.ts'

// `npm run proof -- exchange [--seed n] [--minutes n]`: orders through two workers over lines that
// cut, delay, double and reorder what passes, while the workers are killed in turn.

const { values } = parseArgs({
  options: { seed: { type: 'string' }, minutes: { type: 'string', default: '10' } },
})
const seed = seedFrom(values.seed)
const minutes = Number(values.minutes)
const tell = (line: string): void => void process.stdout.write(`${line}\n`)
tell(`Seed ${seed}; repeat with: npm run proof -- exchange --seed ${seed} --minutes ${minutes}`)

const LIMIT_PER_SECOND = 8
const TAKE_OVER_LIMIT_SECONDS = 10

const databases = await startOwnDatabases('proof-exchange')
const choice = new SeededChoice(seed)
const { dataFolder } = databases
const limits = { limitPerSecond: LIMIT_PER_SECOND }
const installation = await startTwoWorkerInstallation({ databases, dataFolder, choice, ...limits })
let isBroken = false
try {
  const report = await new ExchangeProof(installation, choice, tell).run({
    loadMs: minutes * 60_000,
    orderEveryMs: 1_200,
    killEveryMs: 60_000,
    awayMs: 15_000,
    blackOutMs: 8_000,
  })
  isBroken = !tellReport(report)
} catch (error) {
  isBroken = true
  tell(String(error))
} finally {
  if (isBroken) tell(installation.lastLines().join('\n'))
  await installation.close()
  await databases.remove()
}
process.exit(isBroken ? 1 : 0)

/** @returns whether all is as it must be */
function tellReport(report: ExchangeReport): boolean {
  const { takeOvers, mischief } = report
  const { orders, notifications, letters, kills } = report
  tell(`${orders} orders, ${notifications} notifications, ${letters} letters, ${kills} kills`)
  tell(`requests: ${JSON.stringify(mischief.requests)}`)
  tell(`letters: ${JSON.stringify(mischief.letters)}`)
  tell(`pushes: ${JSON.stringify(mischief.pushes)}`)
  tell(`most requests within a second: ${report.mostInASecond} of ${LIMIT_PER_SECOND}`)
  tell(`submissions that came to the authority again and were refused: ${report.repeats}`)
  tell(`settled ${report.settledAfterSeconds.toFixed(1)} s after the last order`)
  const seconds = takeOvers.map((each) => each.seconds ?? Number.POSITIVE_INFINITY)
  const slowest = Math.max(...seconds)
  tell(`taken over after ${seconds.map((each) => each.toFixed(1)).join(', ')} s`)
  const late = slowest >= TAKE_OVER_LIMIT_SECONDS || takeOvers.length < report.kills
  if (late) tell(`VIOLATED: a message was not taken over within ${TAKE_OVER_LIMIT_SECONDS} s`)
  tell(`most letters within a second: ${report.mostLettersInASecond} of ${LIMIT_PER_SECOND}`)
  const most = Math.max(report.mostInASecond, report.mostLettersInASecond)
  const tooMany = most > LIMIT_PER_SECOND
  if (tooMany) tell('VIOLATED: the limit was exceeded')
  for (const sentence of report.violations) tell(`VIOLATED: ${sentence}`)
  const isRight = !late && !tooMany && report.violations.length === 0
  tell(isRight ? 'Nothing was lost, nothing was done twice.' : 'That is not as it must be.')
  return isRight
}
