import type { FileReader } from '../../customs/formats/rows/file-reader.ts'
import {
  editionOfFileName,
  type HtsEdition,
  htsEditionReader,
  type ListedHtsEditions,
} from '../../customs/formats/us-hts/index.ts'
import { type Result, success } from '../../customs/result.ts'
import { chapterParts } from '../content/chapter-parts.ts'
import type { EditionTitle } from '../edition.ts'
import { type NamedFile, ofOneFile } from './of-one-file.ts'
import { requiredTitle } from './required-title.ts'
import type { ReadEdition, TariffFormat } from './tariff-format.ts'

/** The schedule of the United States as the USITC exports it. */
export function usHtsFormat(listed: ListedHtsEditions): TariffFormat {
  return {
    name: 'us-hts',
    territories: ['US'],
    editionOf: 'each-file',
    summary: 'Harmonized Tariff Schedule of the United States, JSON or CSV of the USITC',
    open: ofOneFile((file) => {
      const title = titleOf(file, listed)
      return title.ok ? success(new ScheduleFile(title.value)) : title
    }),
  }
}

/** What was stated goes before the name of the file, and both before the list. */
function titleOf({ name, stated }: NamedFile, listed: ListedHtsEditions): Result<EditionTitle> {
  const edition = stated.edition ? editionCalled(stated.edition) : editionOfFileName(name)
  const named = { ...stated, ...(edition !== undefined && { edition }) }
  const known = edition === undefined ? undefined : listed.get(edition)
  return known === undefined
    ? requiredTitle({ name, stated: named })
    : success({ ...known, ...named })
}

/** `2026_rev_4` is `hts-2026-rev-4` however it is written; any other name is taken as it is. */
function editionCalled(stated: string): string {
  return editionOfFileName(`hts ${stated}`) ?? stated
}

/** The file says by its first sign whether it is JSON or CSV, whatever its name says. */
class ScheduleFile implements FileReader<ReadEdition> {
  readonly #title: EditionTitle
  #reader: FileReader<HtsEdition> | undefined

  constructor(title: EditionTitle) {
    this.#title = title
  }

  get rowsSoFar(): number {
    return this.#reader?.rowsSoFar ?? 0
  }

  push(piece: string): void {
    if (this.#reader === undefined && piece.replace(BLANK, '') === '') return
    this.#reader ??= this.#open(piece)
    this.#reader.push(piece)
  }

  end(): Result<ReadEdition> {
    const read = (this.#reader ?? this.#open('')).end()
    return read.ok ? success(readEdition(this.#title, read.value)) : read
  }

  #open(beginning: string): FileReader<HtsEdition> {
    const { edition: id, effectiveFrom: validFrom } = this.#title
    const isJson = /^[[{]/.test(beginning.replace(BLANK, ''))
    return htsEditionReader(isJson ? 'json' : 'csv', { id, validFrom })
  }
}

/** What may stand before the first sign: a byte order mark and white space. */
const BLANK = /^[\uFEFF\s]+/

function readEdition(title: EditionTitle, edition: HtsEdition): ReadEdition {
  const { rowCount, leftOut, remarks } = edition
  return {
    title,
    rowsRead: rowCount,
    rowsUnderstood: rowCount - leftOut.length,
    reports: [
      ...leftOut.map((report) => ({ ...report, isLeftOut: true })),
      ...remarks.map((report) => ({ ...report, isLeftOut: false })),
    ].sort((a, b) => a.line - b.line),
    parts: chapterParts({
      rows: edition.nomenclature.rows,
      rates: edition.rates,
      ...(edition.footnotes && { footnotes: edition.footnotes }),
    }),
  }
}
