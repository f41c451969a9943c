import { describe, expect, it } from 'vitest'
import { dataFile } from '../../../test/gb-reference-data.ts'
import { localDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { valueOf } from './programmes.fixture.ts'
import { readHeldLaw, stackingLaw } from './read-stacking-law.ts'
import { surveyProgrammes } from './survey-programmes.ts'

const law = stackingLaw(
  valueOf(
    readHeldLaw({
      programmes: dataFile('us/programmes.json'),
      lists: dataFile('us/product-lists.json'),
    }),
  ),
)

const survey = (code: string, origin: string, day: string) =>
  surveyProgrammes(law, {
    ...{ code, origin, entered: localDate(day), facts: {} },
    enteredValueUsd: decimal('100'),
    scheduleDutyUsd: decimal('16.5'),
  })

describe('a survey of the programmes', () => {
  it('names the duties that are certain, and the programmes that are over with the law that ended them', () => {
    const { charges, unsettled, ended } = survey('6109100012', 'CN', '2026-06-10')
    expect(charges.map(({ heading, percent }) => `${heading} ${percent}`)).toEqual([
      '9903.88.15 7.5',
      '9903.03.01 10',
    ])
    expect(unsettled).toEqual([])
    expect(ended.map(({ programme, endedBy }) => [programme, endedBy?.id])).toEqual([
      ['ieepa-china-fentanyl', 'ieepa-end'],
      ['ieepa-reciprocal', 'ieepa-end'],
    ])
  })

  it('says what is certain beside what a fact is missing for', () => {
    const { charges, unsettled } = survey('9403200075', 'VN', '2025-07-01')
    expect(charges.map(({ heading }) => heading)).toEqual(['9903.01.25'])
    expect(unsettled.map(({ programme, failure }) => [programme, failure.code])).toEqual([
      ['section-232-aluminum-50', 'fact-missing'],
      ['section-232-steel-50', 'fact-missing'],
    ])
  })

  it('names the list that is not held', () => {
    const { unsettled } = survey('2931909010', 'CN', '2026-06-10')
    expect(unsettled.map(({ failure }) => failure.code)).toContain('not-covered')
  })
})
