import { parseArgs } from 'node:util'

import { shippedBook } from '../../src/tariffs/index.ts'
import { type DaysCompared, DaysProof } from './days-proof.ts'
import { SeededChoice, seedFrom } from './seeded-choice.ts'

// `npm run proof -- days [--seed n] [--rounds n]`: quotes sales to every country, and reads the duty on
// goods, on every single day of three years and on the few days that are tried otherwise.

const { values } = parseArgs({
  options: { seed: { type: 'string' }, rounds: { type: 'string', default: '2' } },
})
const seed = seedFrom(values.seed)
const rounds = Number(values.rounds)
const tell = (line: string): void => void process.stdout.write(`${line}\n`)
tell(`Seed ${seed}; repeat with: npm run proof -- days --seed ${seed} --rounds ${rounds}`)

const proof = new DaysProof(await shippedBook(), new SeededChoice(seed))
/** Nowhere else does the law change as often. */
const AMERICAN_PER_ROUND = 8
const withTariff = ['GB', 'DE', ...Array<string>(AMERICAN_PER_ROUND).fill('US')]
const american = Array<string>(AMERICAN_PER_ROUND).fill('US')
const found: DaysCompared[] = []
for (let round = 1; round <= rounds; round += 1) {
  found.push(...[...proof.countries(), ...american].map((country) => proof.sale(country)))
  found.push(...withTariff.map((country) => proof.history(country)))
  tell(`${round}: ${found.length} compared`)
}
const others = found.filter(({ isSame }) => !isSame)
for (const { about } of others) tell(`Not the same: ${about}`)
const steps = found.reduce((sum, one) => sum + one.steps, 0)
tell(`${found.length} sales and histories with ${steps} steps, ${others.length} not the same.`)
process.exit(others.length === 0 && steps > 0 ? 0 : 1)
