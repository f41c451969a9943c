import { describe, expect, it } from 'vitest'
import { lodgedCaseEvents, recorded } from '../../../test/lodged-case.ts'
import type { Standing } from '../../customs/formats/uk-cds/standing.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { replay } from '../evolve.ts'
import { followMainLine } from './follow-main-line.ts'

const caseAfter = (...events: readonly NewCaseEvent[]) =>
  replay(recorded([...lodgedCaseEvents('LRN-1'), ...events]))

function standing(facts: Partial<Standing>): Standing {
  const nothing = { version: 1, errors: [], assessments: [], controls: [], unfit: [] }
  return { ...nothing, ...facts } as unknown as Standing
}

const accepted: NewCaseEvent = { type: 'declaration-accepted', data: { mrn: '26GB1' } }

describe('following the main line', () => {
  it('takes a case of which no number is known no further', () => {
    expect(followMainLine(caseAfter(), standing({ state: 'registered' }))).toEqual([])
    expect(followMainLine(caseAfter(), standing({ state: 'cleared' }))).toEqual([])
    const known = standing({ state: 'registered', mrn: '26GB1' })
    expect(followMainLine(caseAfter(), known)).toEqual([
      { type: 'declaration-registered', data: { mrn: '26GB1' } },
    ])
  })

  it('names the attempt that was rejected, whether or not the notification does', () => {
    const events = followMainLine(caseAfter(), standing({ state: 'rejected' }))
    expect(events).toMatchObject([{ type: 'declaration-rejected', data: { lrn: 'LRN-1' } }])
  })

  it('follows goods that were refused entry into seizure', () => {
    const refused = caseAfter(accepted, { type: 'entry-refused', data: { reason: 'no licence' } })
    const seized = standing({
      state: 'seized',
      mrn: '26GB1',
      ending: { reason: 'counterfeit' },
    })
    expect(followMainLine(refused, seized)).toEqual([
      { type: 'goods-seized', data: { reason: 'counterfeit' } },
    ])
    expect(followMainLine(refused, standing({ state: 'refused', mrn: '26GB1' }))).toEqual([])
  })
})
