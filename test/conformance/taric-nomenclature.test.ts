import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import {
  type TaricNomenclature,
  TaricNomenclatureReader,
} from '../../src/customs/formats/taric/taric-nomenclature-reader.ts'
import { findCode } from '../../src/customs/nomenclature/find-code.ts'
import { ancestorsOf, isDeclarable } from '../../src/customs/nomenclature/hierarchy.ts'
import { createNomenclature } from '../../src/customs/nomenclature/nomenclature.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

const title = hasSharedMaterial
  ? 'TARIC nomenclature'
  : `TARIC nomenclature: ${sharedMaterialAbsent}`

/** As counted apart from our reader; the latest line of the export begins on this day. */
const counted = { rows: 25_702, from: localDate('2026-03-12') }

describe.skipIf(!hasSharedMaterial)(title, () => {
  it('has every row understood', () => {
    const { rowCount, leftOut, edition } = readShared()
    expect(rowCount).toBe(counted.rows)
    expect(leftOut).toEqual([])
    expect(edition.rows).toHaveLength(counted.rows)
  })

  it('has every code found and every group with lines to declare by', () => {
    const { edition } = readShared()
    const nomenclature = createNomenclature([edition])
    for (const code of new Set(edition.rows.flatMap((row) => row.code ?? []))) {
      const standing = findCode(nomenclature, { code, on: counted.from })
      if (standing.kind === 'declarable') {
        const [chapter] = ancestorsOf(standing.entry)
        expect(chapter?.row.code ?? code).toBe(`${code.slice(0, 2)}00000000`)
      } else {
        if (standing.kind !== 'heads-a-group') throw new Error(`${code} is ${standing.kind}`)
        expect(standing.declarable.length).toBeGreaterThan(0)
        expect(standing.declarable.every(isDeclarable)).toBe(true)
      }
    }
  })
})

function readShared(): TaricNomenclature {
  const file = sharedPath('data', 'eu', 'taric_nomenclature_en.csv.gz')
  const reader = new TaricNomenclatureReader({ id: 'taric-2026-03', validFrom: counted.from })
  reader.push(gunzipSync(readFileSync(file)).toString('utf8'))
  const read = reader.end()
  if (!read.ok) throw new Error(read.failures[0].message)
  return read.value
}
