import { Big } from 'big.js'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import type { Rate } from '../../src/customs/formats/us-hts/rate/rate.ts'
import { readRateText } from '../../src/customs/formats/us-hts/rate/read-rate-text.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

const title = hasSharedMaterial ? 'US rate texts' : `US rate texts: ${sharedMaterialAbsent}`

/** One rate of the tariff database: its text, and what the USITC has read from it. */
interface ParsedRate {
  readonly line: string
  readonly text: string
  /** Share and amounts in one form; nothing where the columns are blank or hold the sentinel. */
  readonly figures: Figures | undefined
  readonly isBlank: boolean
}

interface Figures {
  readonly share: string
  readonly amounts: readonly string[]
}

describe.skipIf(!hasSharedMaterial)(title, () => {
  const rates = hasSharedMaterial ? parsedRates() : []
  const textsWithFigures = new Set(rates.filter(({ figures }) => figures).map(({ text }) => text))

  it('are read as the USITC reads them, but for rows in which its file is wrong', () => {
    expect(rates.length).toBeGreaterThan(10_000)
    const unexplained = rates
      .filter((parsed) => !agrees(parsed))
      .filter((parsed) => faultOf(parsed, textsWithFigures) === undefined)
    expect(unexplained).toEqual([])
  })

  it('give no figure where the USITC has none, but for texts that it reads elsewhere', () => {
    const guessed = rates
      .filter(({ figures, isBlank }) => figures === undefined && !isBlank)
      .filter(({ text }) => readRateText(text).kind === 'computable')
    expect(guessed.filter(({ text }) => !textsWithFigures.has(text))).toEqual([])
  })

  it('disagree with the file for these reasons alone', () => {
    const reasons = new Map<string, number>()
    for (const parsed of rates.filter((each) => !agrees(each))) {
      const reason = faultOf(parsed, textsWithFigures) ?? 'unexplained'
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
    expect(Object.fromEntries(reasons)).toEqual({
      'a third is cut after three decimals': 41,
      'the figures stand in a note, not in the text': 7,
      'the same text has figures at other lines': 4,
      'an amount stands in the column and not in the text': 1,
      'the columns are blank beside a text that says no duty': 42,
    })
  })
})

function agrees({ text, figures }: ParsedRate): boolean {
  return JSON.stringify(figuresOf(readRateText(text))) === JSON.stringify(figures)
}

/** What is wrong with a row of the file, where something is. */
function faultOf(parsed: ParsedRate, textsWithFigures: ReadonlySet<string>): string | undefined {
  const { text, figures, isBlank } = parsed
  const ours = figuresOf(readRateText(text))
  if (figures === undefined) {
    if (isBlank && /^no additional duty$/i.test(text)) {
      return 'the columns are blank beside a text that says no duty'
    }
    return textsWithFigures.has(text) ? 'the same text has figures at other lines' : undefined
  }
  if (text === '33.33%' && figures.share === '0.333') return 'a third is cut after three decimals'
  if (!/\d+(\.\d+)?(%|¢| cents|\/)/.test(text.replace(/minus .*/, ''))) {
    return 'the figures stand in a note, not in the text'
  }
  if (ours?.share === figures.share && ours.amounts.length === 0 && !/[$¢]|cents/.test(text)) {
    return 'an amount stands in the column and not in the text'
  }
  return undefined
}

function figuresOf(rate: Rate): Figures | undefined {
  if (rate.kind !== 'computable') return undefined
  return {
    share: rate.adValorem,
    amounts: rate.specific.map(({ amount }) => amount as string).sort(),
  }
}

function parsedRates(): readonly ParsedRate[] {
  const file = sharedPath('data', 'us-hts', 'usitc_tariff_database_2025-06_part.csv.gz')
  const rows: Readonly<Record<string, string>>[] = parse(gunzipSync(readFileSync(file)), {
    columns: true,
    bom: true,
  })
  return rows.flatMap((row) => [parsedRate(row, 'mfn'), parsedRate(row, 'col2')])
}

function parsedRate(row: Readonly<Record<string, string>>, column: 'mfn' | 'col2'): ParsedRate {
  const cell = (name: string): string => row[`${column}_${name}`] ?? ''
  const share = cell('ad_val_rate')
  const amounts = [cell('specific_rate'), cell('other_rate')]
  const isBlank = share === ''
  // 9999.99 stands for what cannot be computed; once it was rounded up.
  const isStated = !isBlank && new Big(share).lt(9999)
  return {
    line: `${row.hts8} ${column}`,
    text: cell('text_rate'),
    isBlank,
    figures: isStated
      ? {
          share: plain(share),
          amounts: amounts
            .filter((amount) => amount !== '' && !new Big(amount).eq(0))
            .map(plain)
            .sort(),
        }
      : undefined,
  }
}

function plain(figure: string): string {
  return new Big(figure).toFixed()
}
