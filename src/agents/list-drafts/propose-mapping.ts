import type { KnownCodes } from '../../customs/order/known-codes.ts'
import { type Column, comparable } from '../purchase-list/purchase-list-columns.ts'
import { columnByContent } from './column-by-content.ts'
import { columnSynonyms, vagueHeadings } from './column-synonyms.ts'
import type { DraftColumn, KnownHeading } from './draft-column.ts'

/** Finds what headings mean in one format of lists. */
export type KnowHeading = (heading: string) => KnownHeading | undefined

/** Makes the index of all headings by which the columns of a format are known. */
export function headingIndex(columns: readonly Column[]): KnowHeading {
  const known = new Map<string, KnownHeading>()
  for (const { name, zh } of columns) {
    known.set(comparable(name), { column: name, basis: 'heading' })
    known.set(comparable(zh), { column: name, basis: 'heading' })
  }
  const names = new Set(columns.map(({ name }) => name))
  for (const [column, synonyms] of Object.entries(columnSynonyms)) {
    if (!names.has(column)) continue
    for (const synonym of synonyms.map(comparable)) {
      if (!known.has(synonym)) known.set(synonym, { column, basis: 'synonym' })
    }
  }
  for (const [column, headings] of Object.entries(vagueHeadings)) {
    if (!names.has(column)) continue
    for (const heading of headings.map(comparable)) {
      if (!known.has(heading)) known.set(heading, { column, basis: 'vague-heading' })
    }
  }
  return (heading) => known.get(comparable(heading))
}

/** What a mapping is proposed from. */
export interface ProposalSources {
  readonly know: KnowHeading
  readonly columns: readonly Column[]
  readonly countries: KnownCodes['countries']
  /** What the tenant has said of these headings before, by their place. */
  readonly remembered?: readonly (string | null)[]
}

/**
 * Proposes for each column of a file which of ours it is. No column of ours is given twice: what the
 * tenant has said before goes first, then our own headings, those of others, and last what a vague
 * heading or the content make likely.
 */
export function proposeMapping(
  headings: readonly string[],
  cellsOf: (index: number) => readonly string[],
  sources: ProposalSources,
): readonly DraftColumn[] {
  const { remembered } = sources
  if (remembered !== undefined) {
    return headings.map((heading, index) => rememberedColumn(heading, remembered[index]))
  }
  const taken = new Set<string>()
  const take = (found: KnownHeading | undefined): KnownHeading | undefined => {
    if (found === undefined || taken.has(found.column)) return undefined
    taken.add(found.column)
    return found
  }
  const known = headings.map(sources.know)
  const byHeading = known.map((found) => take(found?.basis === 'heading' ? found : undefined))
  const bySynonym = known.map(
    (found, index) =>
      byHeading[index] ?? take(found?.basis === 'vague-heading' ? undefined : found),
  )
  return headings.map((heading, index) => {
    const found =
      bySynonym[index] ??
      take(known[index]) ??
      take(columnByContent(cellsOf(index), { ...sources, isTaken: (name) => taken.has(name) }))
    return { heading, source: 'file', ...found }
  })
}

function rememberedColumn(heading: string, column: string | null | undefined): DraftColumn {
  return column === null || column === undefined
    ? { heading, source: 'file' }
    : { heading, source: 'file', column, basis: 'remembered' }
}
