import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import {
  differencesBetweenEditions,
  footnotesTo,
  type HtsEdition,
  htsEditionReader,
  type HtsFormat,
} from '../../src/customs/formats/us-hts/index.ts'
import { findCode } from '../../src/customs/nomenclature/find-code.ts'
import { ancestorsOf, isDeclarable } from '../../src/customs/nomenclature/hierarchy.ts'
import { createNomenclature } from '../../src/customs/nomenclature/nomenclature.ts'
import type { Result } from '../../src/customs/result.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

const title = hasSharedMaterial
  ? 'Editions of the US schedule'
  : `Editions of the US schedule: ${sharedMaterialAbsent}`

/** Each file with its rows and codes, which were counted apart from our reader. */
const files = [
  { id: '2025_basic', format: 'json', from: '2025-01-01', rows: 35_859, codes: 29_842 },
  { id: '2025_rev_32', format: 'json', from: '2025-12-05', rows: 36_148, codes: 30_115 },
  { id: '2026_basic', format: 'csv', from: '2026-01-01', rows: 35_571, codes: 29_675 },
  { id: '2026_rev_3', format: 'json', from: '2026-02-12', rows: 35_722, codes: 29_796 },
  { id: '2026_rev_4', format: 'json', from: '2026-02-24', rows: 35_733, codes: 29_807 },
  { id: '2026_rev_10', format: 'json', from: '2026-06-08', rows: 35_509, codes: 29_597 },
] as const

type EditionFile = (typeof files)[number]

/** As large as a stream from the disk hands over. */
const pieceLength = 65_536

const editions = new Map<string, HtsEdition>()

describe.skipIf(!hasSharedMaterial)(title, () => {
  it.each(files)('$id has every row understood or reported', (file) => {
    const edition = editionOf(file)
    const { rows } = edition.nomenclature
    expect(edition.rowCount).toBe(file.rows)
    expect(edition.leftOut).toEqual([])
    expect(rows).toHaveLength(file.rows)
    expect(rows.filter(({ code }) => code !== undefined)).toHaveLength(file.codes)
    // Slips of the pen in the schedule itself, each known by its kind.
    expect(edition.remarks.length).toBeLessThan(25)
    for (const { code, problem } of edition.remarks) {
      expect(code).toBeDefined()
      expect(
        knownSlips.some((slip) => slip.test(problem.en)),
        problem.en,
      ).toBe(true)
    }
  })

  it.each(files)('$id has statistical lines inherit the rates of their eight digits', (file) => {
    const { rates, nomenclature } = editionOf(file)
    const statistical = nomenclature.rows.flatMap(({ code }) => (code?.length === 10 ? [code] : []))
    expect(statistical.length).toBeGreaterThan(19_000)
    const without = statistical.filter((code) => {
      const own = rates.get(code)
      const ofLine = rates.get(code.slice(0, 8))
      return own === undefined || (ofLine !== undefined && own !== ofLine)
    })
    expect(without).toEqual([])
  })

  it.each(files)('$id states a general rate for all goods of chapters 1 to 97', (file) => {
    const { rates, nomenclature } = editionOf(file)
    const declarable = nomenclature.rows.flatMap(({ code, mayBeDeclared }) =>
      mayBeDeclared && code !== undefined && code < '98' ? [code] : [],
    )
    expect(declarable.filter((code) => rates.get(code)?.general === undefined)).toEqual([])
    const texts = declarable.map((code) => rates.get(code)?.general?.rate)
    expect(
      texts.filter((rate) => rate?.kind === 'not-computable' && rate.because === 'unread'),
    ).toEqual([])
  })

  it.each(files)('$id is a nomenclature in which every code is found', (file) => {
    const { nomenclature: rows } = editionOf(file)
    const nomenclature = createNomenclature([rows])
    const on = localDate(file.from)
    for (const { code } of rows.rows) {
      if (code === undefined) continue
      const standing = findCode(nomenclature, { code, on })
      if (standing.kind === 'declarable') {
        const above = ancestorsOf(standing.entry).flatMap(({ row }) => row.code ?? [])
        expect(above.every((ancestor) => code.startsWith(ancestor))).toBe(true)
      } else {
        if (standing.kind !== 'heads-a-group') throw new Error(`${code} is ${standing.kind}`)
        expect(standing.declarable.every(isDeclarable)).toBe(true)
      }
    }
  })

  it('keeps the notes that put goods in the scope of a heading', () => {
    const edition = editionOf(files[4])
    const notes = footnotesTo(edition, '0101210010') ?? []
    expect(notes).toEqual([{ at: '01012100', columns: ['general'], text: 'See 9903.88.15.' }])
    expect(footnotesTo(editionOf(files[2]), '0101210010')).toBeUndefined()
  })

  it('tells what changed when section 122 came in', () => {
    const { added, removed, ratesChanged } = differencesBetweenEditions(
      editionOf(files[3]),
      editionOf(files[4]),
    )
    expect(added).toContain('99030301')
    expect(removed).toEqual([])
    // Printed is not in force: the headings of the emergency duties stand there as before.
    expect(ratesChanged.filter(({ code }) => !code.startsWith('99'))).toEqual([])
  })

  it('refuses a file that is cut and one that a spreadsheet has changed', () => {
    const text = textOf(files[0])
    expect(read(text.slice(0, text.length / 2), 'json')).toMatchObject({
      failures: [{ message: expect.stringContaining('is cut') as unknown }],
    })
    const csv = textOf(files[2])
    expect(read(csv.slice(0, csv.length / 2), 'csv').ok).toBe(false)
    const mangled = readFileSync(sharedPath('data', 'us-hts', 'excel_mangled_sample.csv'), 'utf8')
    expect(read(mangled, 'csv')).toMatchObject({
      failures: [{ message: expect.stringMatching(/39 rows .* line 2958 \(1003\.9\)/) as unknown }],
    })
  })
})

const knownSlips = [
  /^the indent puts the row below one whose code does not begin its own/,
  /in the special column is not understood and not used$/,
  /^what is to be weighed or measured is not known: “22¢\/kg on drained weght/,
  /^these words are not understood: “(37%\/|:)”/,
  /^a rate stands on a statistical line/,
]

function editionOf(file: EditionFile): HtsEdition {
  const known = editions.get(file.id)
  if (known !== undefined) return known
  const edition = read(textOf(file), file.format, file)
  if (!edition.ok) throw new Error(edition.failures[0].message)
  editions.set(file.id, edition.value)
  return edition.value
}

function textOf({ id, format }: EditionFile): string {
  const file = sharedPath('data', 'us-hts', `hts_${id}.${format}.gz`)
  return gunzipSync(readFileSync(file)).toString('utf8')
}

function read(
  text: string,
  format: HtsFormat,
  { id, from } = files[0] as EditionFile,
): Result<HtsEdition> {
  const reader = htsEditionReader(format, { id, validFrom: localDate(from) })
  for (let at = 0; at < text.length; at += pieceLength)
    reader.push(text.slice(at, at + pieceLength))
  return reader.end()
}
