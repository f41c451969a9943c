import { readFileSync } from 'node:fs'
import { Value } from 'typebox/value'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import type { H1Wishes } from '../testing/hand-written-h1.ts'
import { lodgedDeclaration, officeKnowledge, riskKnowledge } from '../testing/office-knowledge.ts'
import { evaluateRules } from './evaluate.ts'
import { riskFacts, type RiskKnowledge } from './risk-facts.ts'
import { riskRuleSchema, type RiskRule } from './risk-rule.ts'

const file = new URL('../../../data/authority/risk-rules.json', import.meta.url)
const { rules } = Value.Parse(
  Type.Object({ about: Type.String(), rules: Type.Array(riskRuleSchema) }),
  JSON.parse(readFileSync(file, 'utf8')),
)

function hits(
  wishes: H1Wishes,
  asked: readonly RiskRule[] = rules,
  { draw = 0.5, ...known }: Partial<RiskKnowledge> & { readonly draw?: number } = {},
): readonly string[] {
  const declaration = lodgedDeclaration(wishes)
  const assessed = assess(declaration, officeKnowledge())
  if (!assessed.ok) throw new Error('the declaration cannot be assessed')
  return evaluateRules(
    asked,
    riskFacts(declaration, assessed.assessment, riskKnowledge(known)),
    draw,
  )
    .filter((outcome) => outcome.hit)
    .map((outcome) => outcome.ruleId)
}

const shoes = { commodityCode: '6403999690', description: 'Leather shoes', netMassKg: '10' }

describe('the risk rules that the office starts with', () => {
  it('let ordinary goods pass', () => {
    expect(
      hits({ items: [{}, { ...shoes, price: '900.00', supplementaryQuantity: '20' }] }),
    ).toEqual([])
  })

  it('have cheap leather shoes inspected, by the pair or by the kilogram', () => {
    expect(hits({ items: [{ ...shoes, price: '100.00', supplementaryQuantity: '20' }] })).toEqual([
      'leather-shoes-undervalued-per-pair',
    ])
    expect(hits({ items: [{ ...shoes, price: '79.99' }] })).toEqual([
      'leather-shoes-undervalued-per-kg',
    ])
    expect(hits({ items: [{ ...shoes, price: '80.00' }] })).toEqual([])
  })

  it('ask for documents on a vague description and put copies before an officer', () => {
    expect(hits({ items: [{ description: ' Gifts ' }] })).toEqual(['vague-description'])
    expect(hits({ items: [{ marks: 'Replica 1/3' }] })).toEqual(['counterfeit-marks'])
    expect(hits({ exporterName: 'REPLICA WORLD CO' })).toEqual(['watched-exporter'])
  })

  it('look through words that say nothing and past numbers', () => {
    const vague = ['Gift items, 2 pcs', 'NEW GOODS 100%', 'Household goods', 'A B C 1']
    for (const description of vague) {
      expect(hits({ items: [{ description }] })).toEqual(['vague-description'])
    }
    expect(hits({ items: [{ description: 'Toys, wooden trains' }] })).toEqual([])
  })

  it('have goods inspected that are worth less than half of what is usual', () => {
    // 4 pounds for a kilogram of T-shirts.
    const shirts = { commodityCode: '6109100010', netMassKg: '10' }
    expect(hits({ items: [{ ...shirts, price: '19.99' }] })).toEqual(['below-reference-price'])
    expect(hits({ items: [{ ...shirts, price: '20.00' }] })).toEqual([])
  })

  it('remember exporters of whom much was found, and look at newcomers with much', () => {
    const history: RiskKnowledge['history'] = ({ role }) =>
      role === 'exporter' ? { entries: 20, findings: 3 } : { entries: 1, findings: 0 }
    const all = rules.map((rule) => ({ ...rule, enabled: true }))
    expect(hits({}, all, { history })).toEqual(['exporter-with-findings'])
    const much = { items: [{ price: '100000.00', netMassKg: '1000' }] }
    expect(hits(much, all)).toEqual(['newcomer-of-high-value'])
    expect(hits(much, all, { history: () => ({ entries: 1, findings: 0 }) })).toEqual([])
  })
})

describe('a risk rule', () => {
  const random: RiskRule = {
    id: 'random',
    name: 'Random',
    words: 'A share of all.',
    condition: { randomShare: '0.1' },
    action: 'inspect',
    weight: 30,
    enabled: true,
    position: 1,
  }

  it('draws its share and no more', () => {
    expect(hits({}, [random], { draw: 0.0999 })).toEqual(['random'])
    expect(hits({}, [random], { draw: 0.1 })).toEqual([])
  })

  it('that is switched off is not asked', () => {
    expect(hits({}, [{ ...random, enabled: false }], { draw: 0 })).toEqual([])
  })

  it('needs all its parts to hold', () => {
    const both: RiskRule = {
      ...random,
      condition: {
        consignment: [{ field: 'exporterCountry', is: 'CN' }],
        anyItem: [{ field: 'customsValueGbp', isAtLeast: '1000' }],
      },
    }
    expect(hits({}, [both])).toEqual(['random'])
    expect(hits({ items: [{ price: '999.99' }] }, [both])).toEqual([])
  })
})
