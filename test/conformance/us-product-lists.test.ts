import { describe, expect, it } from 'vitest'
import { localDate } from '../../src/customs/calendar/local-date.ts'
import {
  createProductLists,
  membership,
  type ProductList,
} from '../../src/customs/programmes/product-list.ts'
import type { ProductListTable } from '../../src/customs/programmes/product-list-layouts.ts'
import { noteSections } from '../../src/customs/programmes/us-note-lists.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { sharedLists, sharedNoteLists, sharedTables, shippedProgrammes } from '../us-programmes.ts'

const codesOf = (lists: readonly ProductList[], id: string): ReadonlySet<string> =>
  new Set(
    lists
      .filter((list) => list.id === id)
      .flatMap(({ versions }) => versions.flatMap(({ codes }) => codes.split(' '))),
  )

const missingFrom = (codes: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...codes].filter((code) => !others.has(code))

describe.skipIf(!hasSharedMaterial)(
  `US product lists (${hasSharedMaterial ? 'published tables and notes' : sharedMaterialAbsent})`,
  () => {
    const programmes = shippedProgrammes()
    const tables = Object.keys(sharedTables) as readonly ProductListTable[]

    it.each(tables)('every row of %s is understood', (name) => {
      const { lists, failures } = sharedLists(name, programmes)
      expect(failures).toEqual([])
      expect(lists).not.toHaveLength(0)
    })

    it('every list is found in the text of the notes, and is one that the programmes know', () => {
      const { lists, failures } = sharedNoteLists()
      expect(failures).toEqual([])
      expect(lists.map(({ id }) => id)).toEqual(noteSections.map(({ list }) => list))
      expect(lists.filter(({ id }) => !programmes.lists.has(id))).toEqual([])
    })

    it('the table for section 122 takes in goods that are free by description or use alone', () => {
      const noted = sharedNoteLists().lists
      const table = codesOf(
        sharedLists('s122-exempt-products', programmes).lists,
        'section-122-free',
      )
      const free = codesOf(noted, 'section-122-free')
      const conditional = new Set([
        ...codesOf(noted, 'particular-articles'),
        ...codesOf(noted, 'civil-aircraft-articles'),
      ])
      const more = missingFrom(table, free)
      expect({ table: table.size, more: more.length }).toEqual({ table: 1656, more: 559 })
      // Both stand in the table with eight digits and in the note with ten, or not at all.
      expect(missingFrom(new Set(more), conditional)).toEqual(['85051100', '90314970'])
    })

    it('the table of the metals agrees with note 16(c) until June 8, 2026, code by code', () => {
      const table = createProductLists(sharedLists('s232-annex-products', programmes).lists)
      const metals = sharedNoteLists().lists.filter(({ id }) => id.includes('-metals-'))
      const noted = createProductLists(metals)
      const codes = new Set(metals.flatMap(({ id }) => [...codesOf(metals, id)]))
      const on = localDate('2026-06-07')
      const parts = ['1a', '1b', '3'] as const
      const partsOf = (lists: typeof table, code: string) =>
        parts.filter((part) =>
          ['steel', 'aluminum', 'copper'].some(
            (metal) =>
              membership(lists, { list: `section-232-metals-${part}-${metal}`, code, on }) ===
              'on-list',
          ),
        )
      const different = [...codes]
        .map((code) => code.padEnd(10, '0'))
        .filter((code) => partsOf(table, code).join() !== partsOf(noted, code).join())
      expect({ codes: codes.size, different }).toEqual({ codes: 714, different: ['9403999020'] })
    })
  },
)
