import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'

import {
  schemaFamilies,
  shares,
  verdictsOnMutations,
  verdictsOnSamples,
} from '../conformance/cds-verdicts.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { seedFrom } from './seeded-choice.ts'

// `npm run proof -- schemas [--seed n] [--rounds n]`: judges all shared messages, and so many with random
// changes, by HMRC's schemas and by our own structure, which have to agree on every one.

const { values } = parseArgs({
  options: { seed: { type: 'string' }, rounds: { type: 'string', default: '2000' } },
})
const seed = seedFrom(values.seed)
const rounds = Number(values.rounds)
const tell = (line: string): void => void process.stdout.write(`${line}\n`)
if (!hasSharedMaterial) {
  tell(`Nothing to judge: ${sharedMaterialAbsent}.`)
  process.exit(2)
}
tell(`Seed ${seed}; repeat with: npm run proof -- schemas --seed ${seed} --rounds ${rounds}`)

const startedAt = performance.now()
const counts = shares(rounds)
let judged = 0
let apart = 0
for (const family of schemaFamilies()) {
  const found = [
    verdictsOnSamples(family),
    verdictsOnMutations(family, counts[family.name] ?? 0, seed),
  ]
  for (const { disagreements } of found) {
    for (const each of disagreements) tell(`Not the same: ${family.name}: ${each}`)
    apart += disagreements.length
  }
  const accepted = found.reduce((sum, each) => sum + each.accepted, 0)
  const refused = found.reduce((sum, each) => sum + each.refused, 0)
  judged += accepted + refused
  tell(`${family.name}: ${accepted} accepted, ${refused} refused`)
  family.schema[Symbol.dispose]()
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
tell(`${judged} messages judged in ${seconds} s, ${apart} not the same.`)
process.exit(apart === 0 && judged > rounds ? 0 : 1)
