import { describe, expect, test } from 'vitest'

import { barShape, latencyShape, niceTop, stepCount, type ChartSpan } from './chart-shape.ts'

const span = {
  at: '2026-09-01T12:00:30.000Z',
  from: '2026-09-01T11:51:00.000Z',
  stepSeconds: 60,
} as ChartSpan

const step = (from: string, counts: object) => ({
  ...{ delivered: 0, refused: 0, failed: 0 },
  ...counts,
  from: `2026-09-01T${from}:00.000Z` as ChartSpan['from'],
})

describe('the attempts as bars', () => {
  test('have a place for every step up to the present one', () => {
    expect(stepCount(span)).toBe(10)
  })

  test('are stacked from what was delivered to what failed, the fullest step to the top', () => {
    const shape = barShape(
      [step('11:51', { delivered: 2, failed: 2 }), step('12:00', { refused: 1 })],
      span,
    )
    expect(shape.top).toBe(4)
    expect(shape.parts).toEqual([
      { outcome: 'delivered', x: 0, width: 0.1, y: 0.5, height: 0.5 },
      { outcome: 'failed', x: 0, width: 0.1, y: 0, height: 0.5 },
      { outcome: 'refused', x: 0.9, width: 0.1, y: 0.75, height: 0.25 },
    ])
  })

  test('are none where nothing was tried', () => {
    expect(barShape([], span)).toEqual({ parts: [], top: 1 })
  })
})

describe('the latencies as lines', () => {
  test('go on from step to step and break where nothing came back', () => {
    const { median, topMs } = latencyShape(
      [
        step('11:51', { medianMs: 50, p95Ms: 90 }),
        step('11:52', { medianMs: 25, p95Ms: 80 }),
        step('11:53', { failed: 1 }),
        step('11:54', { medianMs: 100, p95Ms: 100 }),
      ],
      span,
    )
    expect(topMs).toBe(100)
    expect(median).toBe('M0 50H100L100 75H200M300 0H400')
  })

  test.each([
    [0, 10],
    [11, 20],
    [200, 200],
    [201, 500],
    [6_001, 10_000],
  ])('with %i ms at most have %i at the top', (most, top) => {
    expect(niceTop(most)).toBe(top)
  })
})
