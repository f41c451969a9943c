import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

import { localDate } from '../src/customs/calendar/local-date.ts'
import { TaricNomenclatureReader } from '../src/customs/formats/taric/taric-nomenclature-reader.ts'
import type { NomenclatureRow } from '../src/customs/nomenclature/nomenclature-edition.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { sharedPath } from '../test/shared-material.ts'

/** The tables of a tariff in the form of docs/tariff-csv.md. */
export interface SyntheticTariff {
  readonly goods: string
  readonly measures: string
  readonly commodities: number
  readonly measuresCount: number
}

/** The real lines of the Union's nomenclature, of which a synthetic tariff is made. */
export async function taricRows(): Promise<readonly NomenclatureRow[]> {
  const reader = new TaricNomenclatureReader({ id: 'taric', validFrom: localDate('2026-03-12') })
  const path = sharedPath('data', 'eu', 'taric_nomenclature_en.csv.gz')
  const text = createReadStream(path).pipe(createGunzip()).setEncoding('utf8')
  for await (const piece of text) reader.push(piece as string)
  return valueOf(reader.end()).edition.rows
}

/** Countries and groups that measures of a real tariff are for, one after the other. */
const origins = ['VN', 'KR', 'JP', 'CA', 'MX', 'CL', 'PE', 'TR', 'EG', 'MA', 'ZA', 'SG', 'UA', 'CH']

/**
 * A whole tariff with the real codes and made-up measures: a third country duty and nine others for
 * each commodity, in as many different rates as a tariff has. The same seed gives the same tariff.
 */
export function syntheticTariff(
  rows: readonly NomenclatureRow[],
  { seed, commoditiesMax }: { readonly seed: number; readonly commoditiesMax: number },
): SyntheticTariff {
  const codes = declarableCodes(rows).slice(0, commoditiesMax)
  const random = seededRandom(seed)
  const measures: string[] = []
  for (const { code } of codes) {
    const third = random(180)
    measures.push(`${code},103,1011,,${third / 10}%,2021-01-01,,synthetic,secondary`)
    for (let turn = 0; turn < 8; turn += 1) {
      const area = origins[(random(origins.length) + turn) % origins.length]!
      const year = 2021 + turn
      const rate = turn % 4 === 3 ? `${random(40)} EUR/100 kg` : `${random(100) / 10}%`
      const days = `${year}-01-01,${year + 1}-01-01`
      measures.push(`${code},142,${area},U110,${rate},${days},synthetic,secondary`)
    }
    measures.push(`${code},112,1011,,${random(20)}%,2026-01-01,2027-01-01,synthetic,secondary`)
  }
  const heading = 'code,measure_type,area,documents,rate,valid_from,valid_until,source,confidence'
  return {
    goods: ['code,name_en,declarable', ...codes.map(goodsRow)].join('\n') + '\n',
    measures: [heading, ...measures].join('\n') + '\n',
    commodities: codes.length,
    measuresCount: measures.length,
  }
}

/** The codes that no other line of the nomenclature is below of. */
function declarableCodes(rows: readonly NomenclatureRow[]) {
  return rows.flatMap(({ code, mayBeDeclared, depth, descriptions }, position) => {
    const isLeaf = (rows[position + 1]?.depth ?? 0) <= depth
    return code !== undefined && mayBeDeclared && isLeaf
      ? [{ code, name: descriptions.en ?? '' }]
      : []
  })
}

function goodsRow({ code, name }: { readonly code: string; readonly name: string }): string {
  return `${code},"${name.replaceAll('"', '""') || 'Other'}",yes`
}

/** Whole numbers below a limit from a linear congruential generator, the same for the same seed. */
function seededRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}
