import { describe, expect, it } from 'vitest'
import { dataFile } from '../../../test/gb-reference-data.ts'
import { taxTypeName, taxTypeWords } from './tax-type-words.ts'

interface TaxTypes {
  readonly codes: readonly { readonly code: string; readonly name?: object }[]
}

describe('what a tax type is called', () => {
  it.each([
    ['A30', 'anti-dumping duty', '反倾销税'],
    ['333', 'excise duty 333', '消费税 333'],
    ['Z99', 'Z99', 'Z99'],
  ])('%s is %s', (taxType, en, zh) => {
    expect(taxTypeWords(taxType)).toEqual({ en, zh })
  })

  it('begins a line with a capital', () => {
    expect(taxTypeName('B00')).toEqual({ en: 'Import VAT', zh: '进口增值税' })
  })

  it('has words for every type that the list of codes has a name for', () => {
    const { codes } = dataFile('gb/codes/tax-types.json') as TaxTypes
    const named = codes.filter(({ name }) => name !== undefined).map(({ code }) => code)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((code) => taxTypeWords(code).en === code)).toEqual([])
  })
})
