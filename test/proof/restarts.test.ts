import { expect, it } from 'vitest'
import { RestartProof } from './restart-proof.ts'
import { SeededChoice, seedFrom } from './seeded-choice.ts'

// The short form of `npm run proof -- restarts`: one moment, on a folder where nothing is yet.

const seed = seedFrom(process.env.TIDEWAITER_PROOF_SEED)
const toRepeat = `TIDEWAITER_PROOF_SEED=${seed} npx vitest run test/proof/restarts.test.ts`

/** From the first files to the released case, where the machine is not busy. */
const FIRST_START_MS = 12_000

it(
  'starts again and clears an order after a kill of everything',
  { timeout: 240_000 },
  async () => {
    const killAfterMs = Math.round(new SeededChoice(seed).fraction() * FIRST_START_MS)
    const proof = await RestartProof.prepare()
    try {
      const { code, output } = await proof.killAndStartAgain(killAfterMs)
      expect(code, `killed after ${killAfterMs} ms; ${toRepeat}\n${output}`).toBe(0)
      expect(output).toContain('the ledger balances to zero')
    } finally {
      await proof.remove()
    }
  },
)
