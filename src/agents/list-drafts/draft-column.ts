/**
 * Why a column of a file was taken for one of ours.
 * - `remembered`: the tenant has said so for the same headings before.
 * - `heading`: it has our heading, in English or Chinese.
 * - `synonym`: it has a heading that others use for the same fact.
 * - `vague-heading`: its heading may mean this, or the same of somebody else; somebody has to confirm.
 * - `content`: its cells look like it; somebody has to confirm that.
 * - `person`: somebody has said so.
 */
export const mappingBases = [
  'remembered',
  'heading',
  'synonym',
  'vague-heading',
  'content',
  'person',
] as const

/** One of {@link mappingBases}. */
export type MappingBasis = (typeof mappingBases)[number]

/** A column of a table that was handed in, and the column of ours that it is taken for. */
export interface DraftColumn {
  /** As the file has it; empty for cells beyond the headings. */
  readonly heading: string
  /** `beyond-headings`: some rows are longer than the headings. `added`: a person has filled it in. */
  readonly source: 'file' | 'beyond-headings' | 'added'
  /** The name of our column; absent where nothing of it is read. */
  readonly column?: string
  readonly basis?: MappingBasis
}

/** What a column of a file is taken for, and why. */
export interface KnownHeading {
  readonly column: string
  readonly basis: MappingBasis
}
