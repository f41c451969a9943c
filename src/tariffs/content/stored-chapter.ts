import type { BaseRates, HtsFootnote } from '../../customs/formats/us-hts/index.ts'
import type { NomenclatureRow } from '../../customs/nomenclature/nomenclature-edition.ts'
import type { ScheduleContent } from './schedule-content.ts'

/** A chapter in the form in which it is kept; what is said often is said once. */
export interface StoredChapter {
  readonly rows: readonly NomenclatureRow[]
  readonly rates?: StoredRates
  readonly footnotes?: readonly (readonly [code: string, notes: readonly HtsFootnote[]])[]
}

/** Rates, and the lines that state them. */
export interface StoredRates {
  readonly distinct: readonly Omit<BaseRates, 'statedBy'>[]
  readonly lines: readonly RatedLine[]
}

/** The code that states a rate, where that stands in `distinct`, and the codes that inherit it. */
type RatedLine = readonly [statedBy: string, at: number, ...inheriting: string[]]

/** The chapter that some rows are, out of the whole content of a schedule. */
export function storedChapter(
  rows: readonly NomenclatureRow[],
  { rates, footnotes }: ScheduleContent,
): StoredChapter {
  const codes = rows.flatMap(({ code }) => code ?? [])
  return {
    rows,
    ...(rates && { rates: storedRates(codes, rates) }),
    ...(footnotes && {
      footnotes: codes.flatMap((code) => {
        const notes = footnotes.get(code)
        return notes === undefined ? [] : [[code, notes] as const]
      }),
    }),
  }
}

function storedRates(
  codes: readonly string[],
  rates: NonNullable<ScheduleContent['rates']>,
): StoredRates {
  const places = new Map<string, number>()
  const distinct: Omit<BaseRates, 'statedBy'>[] = []
  const lines = new Map<string, [string, number, ...string[]]>()
  for (const code of codes) {
    const rate = rates.get(code)
    if (rate === undefined) continue
    const { statedBy, ...content } = rate
    const line = lines.get(statedBy)
    if (line !== undefined) {
      line.push(code)
      continue
    }
    const key = JSON.stringify(content)
    const at = places.get(key) ?? distinct.push(content) - 1
    places.set(key, at)
    lines.set(statedBy, [statedBy, at, ...(code === statedBy ? [] : [code])])
  }
  return { distinct, lines: [...lines.values()] }
}

/** The content of a chapter as it was before it was stored. */
export function restoredChapter({ rows, rates, footnotes }: StoredChapter): ScheduleContent {
  return {
    rows,
    ...(rates && { rates: restoredRates(rates) }),
    ...(footnotes && { footnotes: new Map(footnotes) }),
  }
}

function restoredRates({ distinct, lines }: StoredRates): ReadonlyMap<string, BaseRates> {
  const rates = new Map<string, BaseRates>()
  for (const [statedBy, at, ...inheriting] of lines) {
    const content = distinct[at]
    if (content === undefined) throw new Error(`a stored chapter has no rate for ${statedBy}`)
    const stated = { statedBy, ...content }
    rates.set(statedBy, stated)
    for (const code of inheriting) rates.set(code, stated)
  }
  return rates
}
