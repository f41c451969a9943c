import { parseArgs } from 'node:util'
import { RestartProof } from './restart-proof.ts'
import { SeededChoice, seedFrom } from './seeded-choice.ts'

// `npm run proof -- restarts [--seed n] [--rounds n]`: kills the whole process group of
// `npm start -- --once` at a moment that the seed decides; the next start has to end well.

const { values } = parseArgs({
  options: { seed: { type: 'string' }, rounds: { type: 'string', default: '10' } },
})
const seed = seedFrom(values.seed)
const tell = (line: string): void => void process.stdout.write(`${line}\n`)
tell(
  `Seed ${seed}; repeat with: npm run proof -- restarts --seed ${seed} --rounds ${values.rounds}`,
)

const choice = new SeededChoice(seed)
const proof = await RestartProof.prepare()
let failures = 0
try {
  const wholeMs = await proof.undisturbedMs()
  tell(`An undisturbed start takes ${(wholeMs / 1000).toFixed(1)} s.`)
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const killAfterMs = Math.round(choice.fraction() * wholeMs)
    const { code, output } = await proof.killAndStartAgain(killAfterMs)
    tell(`${round}: killed after ${killAfterMs} ms, the next start ended with ${code}`)
    if (code === 0) continue
    failures += 1
    tell(output)
  }
} finally {
  await proof.remove()
}
tell(failures === 0 ? 'Every start after a kill ended well.' : `${failures} starts failed.`)
process.exit(failures === 0 ? 0 : 1)
