import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import type { DryRun } from './officers/dry-run.ts'
import type { RiskRule } from './risk/risk-rule.ts'
import { visitDesk, type DeskVisitor } from './testing/desk-visitor.ts'
import { handWrittenH1, type H1Wishes } from './testing/hand-written-h1.ts'
import { conversationOf, openAuthority, type OpenAuthority } from './testing/trader.ts'

const cheapShoes: H1Wishes = {
  items: [
    {
      commodityCode: '6403999690',
      description: 'Men’s shoes, uppers of bovine leather',
      price: '40.00',
      supplementaryQuantity: '20',
    },
  ],
}

let authority: OpenAuthority
let ada: DeskVisitor
let grace: DeskVisitor

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  ada = await visitDesk(authority, { name: 'Ada' })
  grace = await visitDesk(authority, { name: 'Grace', role: 'head' })
  // A draft is tried on what has come in: goods that no rule selects, and some that one does.
  await lodge({}, '09')
  await lodge(cheapShoes, '05')
})

afterAll(() => authority.close())

async function lodge(wishes: H1Wishes, until: string): Promise<void> {
  const lodged = await authority.send('/customs/declarations', handWrittenH1(wishes))
  await authority.notifications(conversationOf(lodged), until)
}

async function read<Answer>(path: string): Promise<Answer> {
  const response = await ada.send('GET', path)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

describe('a change of the risk rules at the desk', () => {
  const cotton: RiskRule = {
    id: 'cotton-shirts',
    name: 'Cotton shirts',
    words: 'Every consignment with cotton shirts, to see the rule work.',
    condition: { anyItem: [{ field: 'commodityCode', startsWithOneOf: ['6109'] }] },
    action: 'inspect',
    weight: 40,
    enabled: true,
    position: 50,
  }

  it('is tried first: what would be selected anew and what no more', async () => {
    const { rules } = await read<{ rules: RiskRule[] }>('/risk-rules')
    const without = rules.filter(({ id }) => !id.startsWith('leather-shoes'))
    const trial = await ada.send('POST', '/risk-rules/dry-run', {
      body: { rules: [...without, cotton] },
    })
    const outcome = (await trial.json()) as DryRun
    expect(outcome.newlySelected.count).toBeGreaterThan(0)
    expect(outcome.newlySelected.examples[0]).toMatchObject({
      score: 40,
      rules: [{ ruleName: 'Cotton shirts' }],
    })
    expect(outcome.noLongerSelected.count).toBeGreaterThan(0)
    expect(outcome.noLongerSelected.examples[0]?.rules[0]?.ruleName).toContain('Leather shoes')
    expect(outcome.selected - outcome.selectedNow).toBe(
      outcome.newlySelected.count - outcome.noLongerSelected.count,
    )
    expect(outcome.byRule.find(({ ruleId }) => ruleId === 'cotton-shirts')?.hitsNow).toBeNull()
  })

  it('is switched on after a try of the same set, or by saying that there was none', async () => {
    const before = await read<{ rules: RiskRule[] }>('/risk-rules')
    const changed = [...before.rules, cotton]
    const put = (body: object) =>
      grace.send('PUT', '/risk-rules', { body, headers: { 'if-match': '*' } })
    expect((await put({ rules: changed })).status).toBe(409)
    await grace.send('POST', '/risk-rules/dry-run', { body: { rules: changed } })
    expect((await put({ rules: [...changed].reverse(), reason: 'a hint' })).status).toBe(200)
    const other = changed.map((rule) => ({ ...rule, weight: 1 }))
    expect((await put({ rules: other })).status).toBe(409)
    const untried = 'switch on without trying'
    expect((await put({ rules: before.rules, untried, restores: 1 })).status).toBe(200)

    const { sets } = await read<{ sets: { tried: boolean; changedBy: string }[] }>(
      '/risk-rules/sets',
    )
    expect(sets).toMatchObject([
      { tried: false, changedBy: 'Grace', restores: 1 },
      { tried: true, changedBy: 'Grace', reason: 'a hint', restores: null },
      { number: 1, changedBy: 'data/authority' },
    ])
    const ofCotton = await read<{ sets: unknown[] }>('/risk-rules/sets?rule=cotton-shirts')
    expect(ofCotton.sets).toHaveLength(1)
  })

  it('is made by the head of the office; other officers draft and try', async () => {
    const { rules } = await read<{ rules: RiskRule[] }>('/risk-rules')
    const tried = await ada.send('POST', '/risk-rules/dry-run', { body: { rules } })
    expect(tried.status).toBe(200)
    const tooMuch = { rules, latest: 1001 }
    expect((await ada.send('POST', '/risk-rules/dry-run', { body: tooMuch })).status).toBe(400)
    const headers = { 'if-match': '*' }
    expect((await ada.send('PUT', '/risk-rules', { body: { rules }, headers })).status).toBe(403)
  })
})
