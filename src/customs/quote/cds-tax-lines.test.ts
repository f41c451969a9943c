import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gbReferenceData } from '../../../test/gb-reference-data.ts'
import {
  hasSharedMaterial,
  sharedMaterialAbsent,
  sharedPath,
} from '../../../test/shared-material.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { decimal, fromBig, toBig } from '../money/decimal.ts'
import { round } from '../money/rounding.ts'
import { taxLineRoundingOn } from '../tariff/thresholds.ts'

interface PublishedLine {
  readonly type: string
  readonly rate: string | null
  readonly base: string | null
  readonly assessed: string
}

function publishedLines(): readonly PublishedLine[] {
  const file = readFileSync(sharedPath('vectors', 'duty', 'cds-tax-lines_part.json'), 'utf8')
  const notifications = JSON.parse(file) as readonly { readonly lines: readonly PublishedLine[] }[]
  return notifications.flatMap(({ lines }) => lines)
}

describe('the tax lines of the published CDS notifications', () => {
  it('equal base times rate, rounded by our rule, for duty and VAT', (context) => {
    if (!hasSharedMaterial) return context.skip(sharedMaterialAbsent)
    const rule = taxLineRoundingOn(gbReferenceData().thresholds, '2026-11-22' as LocalDate)
    // Other tax types state rates that are themselves shortened to two decimals.
    const lines = publishedLines().filter(
      ({ type, rate, base, assessed }) =>
        ['A00', 'B00'].includes(type) && rate !== null && base !== null && Number(assessed) > 0,
    )
    expect(lines.length).toBeGreaterThan(50)
    const differing = lines.filter(({ base, rate, assessed }) => {
      const exact = fromBig(
        toBig(decimal(base ?? ''))
          .times(rate ?? '')
          .div(100),
      )
      return round(exact, rule?.decimals ?? 0, rule?.rule ?? 'half-up') !== assessed
    })
    expect(differing).toEqual([])
  })
})
