import { type LocalDate, localDate } from '../calendar/local-date.ts'
import type { Failure } from '../result.ts'
import type { HeldLists } from './held-lists.ts'
import { type ProductListChange, versionsBackTo } from './list-history.ts'
import type { ProductList } from './product-list.ts'
import type { ProductListVersion } from './programme.ts'

/** Where in the text of the U.S. notes to Chapter 99 a list of goods stands. */
export interface NoteSection {
  readonly list: string
  /** Words before the list, and words after it, with single spaces. */
  readonly after: string
  readonly before: string
  /** The chapters of the list, where codes of several lists stand mingled in the print. */
  readonly chapters?: readonly string[]
  /** The chapters of which whole headings of four digits are listed too. */
  readonly wholeHeadingsIn?: readonly string[]
  /** The day from which the list reads like this. */
  readonly from: LocalDate
  /** The day of its first version, where it is known what changed in it since. */
  readonly first?: LocalDate
}

/** The lists of U.S. note 16(c), whose duties are on articles of a metal and what is made of it. */
const note16c = {
  firstPart: { after: '(i) Articles of aluminum:', before: '(vi) Derivative aluminum articles:' },
  from: localDate('2026-04-06'),
}

/**
 * The lists that are read from the text of the notes, as of revision 6 of 2026. Codes of subdivisions
 * 16(c)(i) to (v) stand mingled at the turn of pages, so their chapter says which metal they are of.
 */
export const noteSections: readonly NoteSection[] = [
  {
    list: 'ieepa-annex-ii',
    after: 'As provided for in heading 9903.01.32, the additional duties',
    before: '(b) As provided in heading 9903.02.78',
    wholeHeadingsIn: ['84', '85'],
    from: localDate('2025-11-13'),
    first: localDate('2025-04-05'),
  },
  {
    list: 'ieepa-brazil-free',
    after: '(a) As provided in heading 9903.01.81, the additional duties',
    before: '(b) As provided in heading 9903.01.90',
    from: localDate('2025-11-13'),
    first: localDate('2025-08-06'),
  },
  {
    list: 'section-122-free',
    after: 'As provided in heading 9903.03.03, the additional duty',
    before: '(iii) As provided in heading 9903.03.04',
    from: localDate('2026-02-24'),
  },
  {
    list: 'particular-articles',
    after: '(iii) As provided in heading 9903.03.04',
    before: '(iv) As provided in heading 9903.03.05',
    from: localDate('2026-02-24'),
  },
  {
    list: 'civil-aircraft-articles',
    after: '(iv) As provided in heading 9903.03.05',
    before: '(v) As provided in heading 9903.03.06',
    from: localDate('2026-02-24'),
  },
  {
    list: 'russia-35',
    after: '(b) Heading 9903.90.08 applies to all products',
    before: '(c) For the purposes of heading 9903.90.09',
    from: localDate('2023-04-01'),
  },
  {
    list: 'russia-70',
    after: '(d) Heading 9903.90.09 applies to all products',
    before: '31. (a)',
    from: localDate('2023-04-01'),
  },
  ...[
    { metal: 'steel', chapters: ['72', '73'] },
    { metal: 'copper', chapters: ['74'] },
    { metal: 'aluminum', chapters: ['76'] },
  ].map(({ metal, chapters }) => ({
    list: `section-232-metals-1a-${metal}`,
    ...note16c.firstPart,
    chapters,
    wholeHeadingsIn: chapters,
    from: note16c.from,
  })),
  {
    list: 'section-232-metals-1b-aluminum',
    after: '(vi) Derivative aluminum articles:',
    before: '(vii) Derivative steel articles:',
    from: note16c.from,
  },
  {
    list: 'section-232-metals-1b-steel',
    after: '(vii) Derivative steel articles:',
    before: '(viii) Articles of copper:',
    from: note16c.from,
  },
  {
    list: 'section-232-metals-1b-copper',
    after: '(viii) Articles of copper:',
    before: '(ix) Derivative aluminum articles:',
    from: note16c.from,
  },
  {
    list: 'section-232-metals-3-aluminum',
    after: '(ix) Derivative aluminum articles:',
    before: '(x) Derivative steel articles:',
    from: note16c.from,
  },
  {
    list: 'section-232-metals-3-steel',
    after: '(x) Derivative steel articles:',
    before: '(d) Headings 9903.82.04',
    from: note16c.from,
  },
]

/** A code of six digits or more, or a heading of four; misprints have other signs for the first dot. */
const CODE = /(?<![\d.])\d{4}(?:\.\d{2}(?:\.\d{2,4})?|[,;]\d{2}\.\d{2})?(?![\d.])/g

/**
 * Reads lists of goods out of the text of the U.S. notes; a section that is not found is reported.
 *
 * @param changes what joined and left a list, by its id; without them nothing is known of a list before
 *   the day from which it reads like in the text
 */
export function readNoteLists(
  text: string,
  changes: HeldLists['changes'] = new Map(),
): { readonly lists: readonly ProductList[]; readonly failures: readonly Failure[] } {
  const words = text.replaceAll(/\s+/g, ' ')
  const read = noteSections.map((section) => ({ section, codes: codesIn(words, section) }))
  return {
    lists: read.flatMap(({ section, codes }) =>
      codes.length === 0
        ? []
        : [{ id: section.list, versions: versionsOf(section, codes, changes.get(section.list)) }],
    ),
    failures: read.flatMap(({ section, codes }) => (codes.length === 0 ? [notFound(section)] : [])),
  }
}

function codesIn(words: string, section: NoteSection): readonly string[] {
  const { after, before } = section
  const start = words.indexOf(after)
  const end = start === -1 ? -1 : words.indexOf(before, start + after.length)
  if (end === -1) return []
  const found = words.slice(start + after.length, end).match(CODE) ?? []
  return [
    ...new Set(
      found.map((code) => code.replaceAll(/\D/g, '')).filter((code) => isOf(section, code)),
    ),
  ]
}

function isOf({ chapters, wholeHeadingsIn = [] }: NoteSection, code: string): boolean {
  const chapter = code.slice(0, 2)
  if (chapter === '99' || chapters?.includes(chapter) === false) return false
  return code.length > 4 || wholeHeadingsIn.includes(chapter)
}

function versionsOf(
  { from, first }: NoteSection,
  codes: readonly string[],
  changes: readonly ProductListChange[] | undefined,
): readonly ProductListVersion[] {
  if (first === undefined) return [{ validFrom: from, codes: codes.join(' ') }]
  if (changes !== undefined) return versionsBackTo(first, { asOf: from, codes }, changes)
  const undecided = codes.join(' ')
  return [
    { validFrom: first, validUntil: from, codes: '', undecided },
    { validFrom: from, codes: undecided },
  ]
}

function notFound({ list, after }: NoteSection): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `The text holds no list after "${after}", which ${list} is read from.`,
    mend: 'Give the whole text of the U.S. notes to Chapter 99.',
    zh: {
      message: `文本中未找到“${after}”之后的清单（${list}）。`,
      mend: '请提供第99章美国注释的全文。',
    },
  }
}
