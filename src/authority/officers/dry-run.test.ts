import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import type { RiskRule } from '../risk/risk-rule.ts'
import { lodgedDeclaration, officeKnowledge, riskKnowledge } from '../testing/office-knowledge.ts'
import { askAboutAll } from './dry-run.ts'

const cotton: RiskRule = {
  id: 'cotton-shirts',
  name: 'Cotton shirts',
  words: 'Every consignment with cotton shirts.',
  condition: { anyItem: [{ field: 'commodityCode', startsWithOneOf: ['6109'] }] },
  action: 'inspect',
  weight: 40,
  enabled: true,
  position: 50,
}

it('a try of rules on past lodgements lets the office answer others in between', async () => {
  const declared = lodgedDeclaration({ items: [{ commodityCode: '6109100010' }] })
  const assessed = assess(declared, officeKnowledge())
  if (!assessed.ok) throw new Error('the declaration cannot be assessed')
  const lodgements = Array.from({ length: 100 }, (_, index) => ({
    mrn: `26GB${index}`,
    declared,
    data: assessed.assessment,
    facts: null,
  }))
  const others = new AbortController()
  const turns = takeTurns(others.signal)
  const asked = await askAboutAll(lodgements, { tried: [cotton], now: [] }, riskKnowledge())
  others.abort()
  expect(asked.every(({ tried, now }) => tried.length === 1 && now.length === 0)).toBe(true)
  expect(await turns).toBeGreaterThanOrEqual(5)
})

async function takeTurns(until: AbortSignal): Promise<number> {
  let turns = 0
  while (!until.aborted) {
    await setImmediate()
    turns += 1
  }
  return turns
}
