import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { type HeldLists, readHeldLists } from '../src/customs/programmes/held-lists.ts'
import type { ProductList } from '../src/customs/programmes/product-list.ts'
import {
  productListLayouts,
  type ProductListTable,
} from '../src/customs/programmes/product-list-layouts.ts'
import {
  type ReadProductLists,
  readProductListRows,
  type TableRow,
} from '../src/customs/programmes/product-list-rows.ts'
import type { Programmes } from '../src/customs/programmes/programmes.ts'
import { readProgrammes } from '../src/customs/programmes/read-programmes.ts'
import { type HeldLaw, stackingLaw } from '../src/customs/programmes/read-stacking-law.ts'
import type { StackingLaw } from '../src/customs/programmes/stack-programmes.ts'
import { readNoteLists } from '../src/customs/programmes/us-note-lists.ts'
import { dataFile, valueOf } from './gb-reference-data.ts'
import { sharedPath } from './shared-material.ts'

/** The programmes that the repository ships. */
export function shippedProgrammes(): Programmes {
  return valueOf(readProgrammes(dataFile('us/programmes.json')))
}

/** The lists of goods that the repository ships, whole and in part. */
export function shippedLists(programmes: Programmes): HeldLists {
  return valueOf(readHeldLists(dataFile('us/product-lists.json'), programmes))
}

/** The tables of product lists among the reference material, by the name of their file. */
export const sharedTables: Readonly<Record<ProductListTable, string>> = {
  's301-product-lists': 's301_product_lists.csv',
  's301-exclusion-lines': 's301_exclusion_lines.csv',
  's301-brazil-exempt-products': 's301_brazil_exempt_products.csv',
  's301fl-exempt-products': 's301fl_exempt_products.csv',
  's122-exempt-products': 's122_exempt_products.csv',
  's232-metal-chapter-products': 's232_metal_chapter_products.csv',
  's232-derivative-products': 's232_derivative_products.csv',
  's232-copper-products': 's232_copper_products.csv',
  's232-annex-products': 's232_annex_products.csv',
  's232-auto-parts': 's232_auto_parts.txt',
  's232-pharma-products': 's232_pharma_products.csv',
}

/** A table of the reference material, read by its layout. */
export function sharedLists(name: ProductListTable, programmes: Programmes): ReadProductLists {
  const text = readFileSync(sharedPath('data', 'us-programmes', sharedTables[name]), 'utf8')
  // The list of vehicle parts has no line of titles.
  const rows: readonly TableRow[] = parse(text, {
    columns: name === 's232-auto-parts' ? ['hts'] : true,
    skip_empty_lines: true,
  })
  return readProductListRows(rows, productListLayouts[name], programmes)
}

/** The lists in the text of the U.S. notes among the reference material. */
export function sharedNoteLists(): ReturnType<typeof readNoteLists> {
  const file = sharedPath('data', 'us-programmes', 'chapter99_us_notes_2026_rev_6.txt.gz')
  const { changes } = shippedLists(shippedProgrammes())
  return readNoteLists(gunzipSync(readFileSync(file)).toString('utf8'), changes)
}

/** The shipped programmes with all lists of the reference material. */
export function sharedHeldLaw(): HeldLaw {
  const programmes = shippedProgrammes()
  const imported = (Object.keys(sharedTables) as readonly ProductListTable[]).flatMap(
    (name): readonly ProductList[] => sharedLists(name, programmes).lists,
  )
  // The lists of the metals change on June 8, 2026, which the notes of revision 6 do not know yet.
  const noted = sharedNoteLists().lists.filter(({ id }) => !id.startsWith('section-232-metals-'))
  const held = [...programmes.heldLists, ...shippedLists(programmes).lists]
  return { programmes, lists: [...held, ...imported, ...noted] }
}

/** The same, ready to be applied. */
export function sharedStackingLaw(): StackingLaw {
  return stackingLaw(sharedHeldLaw())
}
