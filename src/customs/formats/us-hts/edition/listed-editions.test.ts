import { describe, expect, it } from 'vitest'
import { editionOfFileName, readListedEditions } from './listed-editions.ts'

describe('the edition that a file is named after', () => {
  it.each([
    ['hts_2026_rev_4.json.gz', 'hts-2026-rev-4'],
    ['hts_2026_rev_10.json.gz', 'hts-2026-rev-10'],
    ['hts_2026_basic.csv.gz', 'hts-2026-basic'],
    ['2026HTSRev4.json', 'hts-2026-rev-4'],
    ['2025HTSBasic.csv', 'hts-2025-basic'],
    ['hts_2025_revision_32_json.json', 'hts-2025-rev-32'],
    ['hts_2025_basic_edition_csv.csv', 'hts-2025-basic'],
    ['hts-2026-rev-04.csv', 'hts-2026-rev-4'],
  ])('%s is %s', (fileName, edition) => {
    expect(editionOfFileName(fileName)).toBe(edition)
  })

  it.each(['export.json', 'hts.csv', 'hts_rev_4.json', '2026_rev_4.json', 'hts_12026_rev_4.json'])(
    'is not guessed from %s',
    (fileName) => {
      expect(editionOfFileName(fileName)).toBeUndefined()
    },
  )
})

describe('the list of editions', () => {
  it('is read by name', () => {
    const listed = { edition: 'hts-2026-rev-4', effectiveFrom: '2026-02-24' }
    const read = readListedEditions({ editions: [listed] })
    expect(read).toMatchObject({ ok: true })
    if (read.ok) expect(read.value.get('hts-2026-rev-4')).toEqual(listed)
  })

  it('is refused with an edition that holds from no day', () => {
    expect(readListedEditions({ editions: [{ edition: 'hts-2026-rev-4' }] })).toMatchObject({
      failures: [{ path: '/editions/0/effectiveFrom' }],
    })
  })
})
