import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataFile, valueOf } from '../../../../test/gb-reference-data.ts'
import { drawRulesPage } from './draw-rules-page.ts'
import { readErrorsWithoutRule } from './errors-without-rule.ts'
import { listRules } from './list-rules.ts'

const withoutRule = valueOf(readErrorsWithoutRule(dataFile('gb/cds-errors-without-rule.json')))

describe('the page of the rules', () => {
  it.each([
    ['en', 'rules-uk-cds.md', 'page'],
    ['zh', 'rules-uk-cds.zh.md', 'page --language zh'],
  ] as const)('in %s is that of the rules', (language, file, command) => {
    const page = readFileSync(new URL(`../../../../docs/${file}`, import.meta.url), 'utf8')
    expect(page, `bin/tidewaiter rules ${command} > docs/${file}`).toBe(
      drawRulesPage(language, withoutRule),
    )
  })

  it('accounts for every error of CDS: a rule avoids it, or a reason says why none does', () => {
    const { codes } = dataFile('gb/codes/cds-errors.json') as {
      codes: readonly { code: string }[]
    }
    const known = codes.map(({ code }) => code)
    const avoided = new Set(listRules().flatMap(({ errorCodes }) => errorCodes))
    const explained = withoutRule.reasons.flatMap((each) => each.codes)
    expect(known.length).toBe(178)
    expect([...avoided, ...explained].toSorted()).toEqual(known.toSorted())
  })
})

describe('the list of the rules', () => {
  it('has those of one data set, or all', () => {
    const h7 = listRules('h7')
    expect(h7.length).toBeGreaterThan(20)
    expect(h7.every(({ dataSets }) => dataSets.includes('h7'))).toBe(true)
    expect(listRules().length).toBeGreaterThan(h7.length)
  })
})
