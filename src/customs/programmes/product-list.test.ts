import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { createProductLists, membership } from './product-list.ts'

const lists = createProductLists([
  {
    id: 'metals',
    versions: [
      {
        validFrom: localDate('2025-03-12'),
        validUntil: localDate('2026-04-06'),
        codes: '7326 84713001',
        except: '73269010',
        undecided: '9403',
      },
      { validFrom: localDate('2026-04-06'), codes: '7326908605' },
    ],
  },
  {
    id: 'sample',
    versions: [{ validFrom: localDate('2025-01-01'), codes: '6109', decidedFor: '61 62' }],
  },
])

const on = (list: string, code: string, day = '2025-06-01') =>
  membership(lists, { list, code, on: localDate(day) })

describe('a list of goods', () => {
  it('holds what it names the beginning of, unless it names more of it as an exception', () => {
    expect(on('metals', '7326908688')).toBe('on-list')
    expect(on('metals', '7326901000')).toBe('off-list')
    expect(on('metals', '8471300100')).toBe('on-list')
    expect(on('metals', '6109100012')).toBe('off-list')
  })

  it('changes with the day, and holds nothing before its first version', () => {
    expect(on('metals', '7326908688', '2025-03-11')).toBe('off-list')
    expect(on('metals', '7326908688', '2025-03-12')).toBe('on-list')
    expect(on('metals', '7326908688', '2026-04-05')).toBe('on-list')
    expect(on('metals', '7326908688', '2026-04-06')).toBe('off-list')
    expect(on('metals', '7326908605', '2026-04-06')).toBe('on-list')
  })

  it('leaves undecided what it does not know, and what it divides further', () => {
    expect(on('metals', '9403200000')).toBe('undecided')
    expect(on('metals', '847130')).toBe('undecided')
    expect(on('sample', '6203420711')).toBe('off-list')
    expect(on('sample', '8471300100')).toBe('undecided')
    expect(on('not-loaded', '6109100012')).toBe('undecided')
  })

  it('adds up with others of its id: one that knows the code settles it', () => {
    const validFrom = localDate('2025-01-01')
    const both = createProductLists([
      { id: 'a', versions: [{ validFrom, codes: '6109', decidedFor: '61' }] },
      { id: 'a', versions: [{ validFrom, codes: '8471' }] },
    ])
    const ask = (code: string) => membership(both, { list: 'a', code, on: validFrom })
    expect(['6109100012', '8471300100', '9403200000'].map(ask)).toEqual([
      'on-list',
      'on-list',
      'off-list',
    ])
  })

  it('lets the longest beginning decide between others of its id', () => {
    const validFrom = localDate('2025-01-01')
    const both = createProductLists([
      { id: 'a', versions: [{ validFrom, codes: '85076000' }] },
      { id: 'a', versions: [{ validFrom, codes: '', decidedFor: '8507600020' }] },
    ])
    const ask = (code: string) => membership(both, { list: 'a', code, on: validFrom })
    expect(['8507600010', '8507600020'].map(ask)).toEqual(['on-list', 'off-list'])
  })

  it('holds nothing outside of the headings that it is only in', () => {
    const validFrom = localDate('2025-01-01')
    const parts = createProductLists([
      {
        id: 'a',
        versions: [{ validFrom, codes: '6109100012', decidedFor: '6109100012', onlyIn: '6109' }],
      },
    ])
    const ask = (code: string) => membership(parts, { list: 'a', code, on: validFrom })
    expect(['6109100012', '6109100040', '9403200000'].map(ask)).toEqual([
      'on-list',
      'undecided',
      'off-list',
    ])
  })
})
