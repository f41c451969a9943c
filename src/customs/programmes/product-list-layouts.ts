import { localDate } from '../calendar/local-date.ts'
import type { ProductListLayout } from './product-list-rows.ts'

const metalsOf = (annex: string, name: string, metals: readonly string[]) =>
  metals.map((metal) => [`${annex} ${metal}`, `section-232-metals-${name}-${metal}`] as const)

const allMetals = ['steel', 'aluminum', 'copper']

/**
 * The layouts of published tables of product lists, by the name of the table. They are tables of the
 * open tariff rate tracker of the Budget Lab at Yale, which takes them from the U.S. notes.
 */
export const productListLayouts = {
  's301-product-lists': {
    code: 'hts8',
    list: { ofHeading: 'ch99_code' },
    fromUnlessStated: localDate('2018-07-06'),
  },
  's301-exclusion-lines': {
    code: 'hts10',
    list: { ofHeading: 'ch99_code' },
    fromUnlessStated: localDate('2024-01-01'),
  },
  's301-brazil-exempt-products': {
    code: 'hts8',
    list: { is: 'section-301-brazil-free' },
    from: 'effective_date_start',
    until: 'effective_date_end',
    fromUnlessStated: localDate('2026-07-22'),
  },
  's301fl-exempt-products': {
    code: 'hts8',
    list: { is: 'section-301-forced-labour-free' },
    from: 'effective_date_start',
    until: 'effective_date_end',
    fromUnlessStated: localDate('2026-07-24'),
  },
  's122-exempt-products': {
    code: 'hts8',
    list: { is: 'section-122-free' },
    fromUnlessStated: localDate('2026-02-24'),
  },
  's232-metal-chapter-products': {
    code: 'hts_prefix',
    list: {
      by: ['metal_type', 'kind', 'effective_date'],
      names: {
        'steel mill ': 'section-232-steel-mill',
        'steel derivative ': 'section-232-steel-derivatives',
        'steel derivative 2025-03-12': 'section-232-steel-derivatives-chapter-73',
        'steel derivative 2025-08-18': 'section-232-steel-derivatives-chapter-73',
        'aluminum mill ': 'section-232-aluminum-mill',
        'aluminum derivative ': 'section-232-aluminum-derivatives',
        'aluminum derivative 2025-03-12': 'section-232-aluminum-derivatives-chapter-76',
        'aluminum derivative 2025-04-03': 'section-232-aluminum-derivatives-chapter-76',
        'aluminum derivative 2025-08-18': 'section-232-aluminum-derivatives-chapter-76',
      },
    },
    from: 'effective_date',
    fromUnlessStated: localDate('2018-03-23'),
  },
  's232-derivative-products': {
    code: 'hts_prefix',
    list: { ofHeading: 'ch99_code' },
    from: 'effective_date',
    // Of the steel derivatives outside chapter 73 the table has those only that were added in August
    // 2025; the earlier ones are held with the program.
    fromUnlessStated: localDate('2025-03-12'),
  },
  's232-copper-products': {
    code: 'hts10',
    list: { ofHeading: 'ch99_code' },
    fromUnlessStated: localDate('2025-08-01'),
  },
  's232-annex-products': {
    code: 'hts_prefix',
    list: {
      by: ['annex', 'metal_type'],
      names: Object.fromEntries([
        ...metalsOf('1a', '1a', allMetals),
        ...metalsOf('1b', '1b', allMetals),
        ...metalsOf('1c', '1c', ['steel']),
        ...metalsOf('3', '3', ['steel', 'aluminum']),
        // Annex II names goods that were taken off the lists.
        ...['2 steel', '2 aluminum', '2 copper'].map((removed) => [removed, undefined] as const),
      ]),
    },
    oneListPer: ['metal_type'],
    // Annex I-A names headings and subheadings; the others name eight digits or more, and where the
    // table has fewer it has cut them off.
    leastDigits: {
      'section-232-metals-1b-steel': 8,
      'section-232-metals-1b-aluminum': 8,
      'section-232-metals-1b-copper': 8,
      'section-232-metals-1c-steel': 8,
      'section-232-metals-3-steel': 8,
      'section-232-metals-3-aluminum': 8,
    },
    // The table takes articles of aluminum of U.S. note 16(c)(i) for steel.
    corrections: [
      { list: 'section-232-metals-1a-steel', chapter: '76', to: 'section-232-metals-1a-aluminum' },
    ],
    from: 'effective_date',
    fromUnlessStated: localDate('2026-04-06'),
  },
  's232-auto-parts': {
    code: 'hts',
    list: { is: 'section-232-auto-parts' },
    fromUnlessStated: localDate('2025-05-03'),
  },
  's232-pharma-products': {
    code: 'hts10',
    list: { is: 'section-232-pharma' },
    fromUnlessStated: localDate('2026-07-31'),
  },
} as const satisfies Readonly<Record<string, ProductListLayout>>

/** The name of a table whose layout is known. */
export type ProductListTable = keyof typeof productListLayouts
