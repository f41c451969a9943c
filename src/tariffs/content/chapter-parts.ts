import type { NomenclatureRow } from '../../customs/nomenclature/nomenclature-edition.ts'
import type { EditionPart } from '../formats/tariff-format.ts'
import type { ScheduleContent } from './schedule-content.ts'
import { restoredChapter, storedChapter, type StoredChapter } from './stored-chapter.ts'

/** A schedule by its chapters, in the order of publication. */
export function chapterParts(content: ScheduleContent): readonly EditionPart[] {
  return runsByChapter(content.rows).map(({ chapter, rows }) => ({
    name: chapter,
    content: storedChapter(rows, content),
  }))
}

/** What the chapters of a schedule, or some of them, state together. */
export function contentOfChapters(chapters: readonly ScheduleContent[]): ScheduleContent {
  const rates = mergedWhere(chapters.map((chapter) => chapter.rates))
  const footnotes = mergedWhere(chapters.map((chapter) => chapter.footnotes))
  return {
    rows: chapters.flatMap(({ rows }) => rows),
    ...(rates && { rates }),
    ...(footnotes && { footnotes }),
  }
}

/** @param stored what {@link chapterParts} has made */
export function chapterContent(stored: object): ScheduleContent {
  return restoredChapter(stored as StoredChapter)
}

export interface ChapterRun {
  readonly chapter: string
  readonly rows: NomenclatureRow[]
}

/** A heading without a code heads what follows, so it goes with the next row that has one. */
export function runsByChapter(rows: readonly NomenclatureRow[]): readonly ChapterRun[] {
  const runs: ChapterRun[] = []
  let headings: NomenclatureRow[] = []
  for (const row of rows) {
    const chapter = row.code?.slice(0, 2)
    if (chapter === undefined) {
      headings.push(row)
      continue
    }
    if (runs.at(-1)?.chapter !== chapter) runs.push({ chapter, rows: [] })
    runs.at(-1)!.rows.push(...headings, row)
    headings = []
  }
  runs.at(-1)?.rows.push(...headings)
  return runs
}

/** Several maps as one; nothing where none of them is there. */
function mergedWhere<Value>(
  maps: readonly (ReadonlyMap<string, Value> | undefined)[],
): ReadonlyMap<string, Value> | undefined {
  if (maps.every((map) => map === undefined)) return undefined
  const merged = new Map<string, Value>()
  for (const map of maps) map?.forEach((value, key) => merged.set(key, value))
  return merged
}
