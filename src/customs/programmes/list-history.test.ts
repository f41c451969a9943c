import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { versionsBackTo } from './list-history.ts'

const first = localDate('2025-04-05')
const shown = { asOf: localDate('2026-04-23'), codes: ['8471', '09012100', '26040000'] }

describe('the history of a list', () => {
  it('is one version from its first day where nothing changed', () => {
    expect(versionsBackTo(first, shown, [])).toEqual([
      { validFrom: '2025-04-05', codes: '8471 09012100 26040000' },
    ])
  })

  it('takes off what joined and puts back what left, law by law, in any order of the laws', () => {
    const changes = [
      { on: localDate('2025-11-13'), joined: '09012100' },
      { on: localDate('2025-09-08'), joined: '26040000', left: '28183000' },
    ]
    const expected = [
      { validFrom: '2025-04-05', validUntil: '2025-09-08', codes: '8471 28183000' },
      { validFrom: '2025-09-08', validUntil: '2025-11-13', codes: '8471 26040000' },
      { validFrom: '2025-11-13', codes: '8471 09012100 26040000' },
    ]
    expect(versionsBackTo(first, shown, changes)).toEqual(expected)
    expect(versionsBackTo(first, shown, changes.toReversed())).toEqual(expected)
  })

  it('leaves out what changed after the day of the text', () => {
    const later = { on: localDate('2026-07-01'), joined: '6109' }
    expect(versionsBackTo(first, shown, [later])).toHaveLength(1)
  })
})
