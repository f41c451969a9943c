import { expect, test } from 'vitest'

import { datesIn } from './dates-in.ts'

test('every day in data is found, whatever holds it, and of a minute the first noon after it', () => {
  const shared = { from: '2025-01-01' }
  const data = {
    windows: [shared, shared, { from: '2025-04-05T00:01', until: '2026-12-31T23:59' }],
    byOrigin: new Map([['CN', new Set(['2026-02-24'])]]),
    title: 'in force from 2024-01-01, 30 days',
    number: 20_260_101,
    none: null,
  }
  expect(datesIn(data).toSorted()).toEqual(['2025-01-01', '2025-04-05', '2026-02-24', '2027-01-01'])
})
