import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'

import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { showChange, wouldBeListed } from './live-cases.ts'

const ready = {
  ...{ id: 'case_1', version: 5, reference: 'A-1', state: 'ready', destination: 'GB' },
  ...{ waitingFor: 'declaring', whose: 'yours' },
  ...{ openedAt: '2026-09-01T12:00:00.000Z', updatedAt: '2026-09-01T12:00:00.000Z' },
} as CaseSummary

describe('a case that changes while its list is looked at', () => {
  test('is shown as it stands now, unless something newer is shown already', () => {
    const queries = new QueryClient()
    const key = ['cases', 'list', {}, 'newest']
    queries.setQueryData(key, { pages: [{ items: [ready] }], pageParams: [undefined] })
    const shown = () =>
      queries.getQueryData<{ pages: { items: CaseSummary[] }[] }>(key)?.pages[0]?.items[0]
    showChange(queries, { ...ready, version: 6, state: 'lodged' })
    expect(shown()).toMatchObject({ version: 6, state: 'lodged' })
    showChange(queries, ready)
    expect(shown()).toMatchObject({ version: 6, state: 'lodged' })
  })

  test('is announced only where it would be listed', () => {
    expect(wouldBeListed({}, ready)).toBe(true)
    expect(wouldBeListed({ state: ['ready'], whose: ['yours'] }, ready)).toBe(true)
    expect(wouldBeListed({ state: ['lodged'] }, ready)).toBe(false)
    expect(wouldBeListed({ lane: ['gb-h1-standard'] }, ready)).toBe(false)
    expect(wouldBeListed({ search: 'cup' }, ready)).toBe(false)
  })
})
