import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadStubRules } from './stub-rules.ts'
import { stubDelaySeconds, stubErrorCode, stubSequence } from './stub-sequence.ts'

const rules = loadStubRules(
  fileURLToPath(new URL('../../../data/authority/stub-answers.json', import.meta.url)),
)

describe('the answer of the test stub', () => {
  it.each([
    ['BXX1', 'IMA', ['03']],
    ['CXX1', 'IMA', ['01', '09']],
    ['CXX1', 'IMD', ['02', '01', '09']],
    ['CXX1', 'IMY', ['01', '09']],
    ['DXX1', 'IMA', ['01', '06']],
    ['GXX1', 'EXD', ['02', '01']],
    ['KXX1', 'IMA', ['01', '03']],
    ['PXX1', 'IMA', []],
    ['RXX1', 'IMD', ['02']],
    ['XXX1', 'EXA', ['01', '09', '16']],
    ['ZXX1', 'IMA', ['01']],
    ['VXX1', 'IMA', ['01']],
    ['INSUFFICIENT1', 'IMA', ['14']],
    ['', 'IMA', ['01']],
  ])('to LRN %s of type %s is %j', (lrn, typeCode, codes) => {
    expect(stubSequence({ lrn, typeCode }, rules)).toEqual(codes)
  })

  it('is silence where the means of transport asks for it', () => {
    const signs = { lrn: 'CXX1', typeCode: 'IMA' }
    expect(stubSequence({ ...signs, borderTransportId: 'NONOTIFY' }, rules)).toEqual([])
    expect(stubSequence({ ...signs, borderTransportId: 'AA99' }, rules)).toEqual(['01', '09'])
  })

  it('comes after as many seconds as the digit behind a letter that can have one', () => {
    const delays = ['B7X', 'X3X', 'C9X', 'BX7', 'Z5X'].map((lrn) =>
      stubDelaySeconds({ lrn }, rules),
    )
    expect(delays).toEqual([7, 3, 0, 0, 0])
  })

  it('names the wanted error where the stub has it', () => {
    const errors = ['BCDS12119A', 'BCDS99999', 'BXX1'].map((lrn) => stubErrorCode({ lrn }, rules))
    expect(errors).toEqual(['CDS12119', 'CDS10020', 'CDS10020'])
  })
})
