import {
  type TaricNomenclature,
  TaricNomenclatureReader,
} from '../../customs/formats/taric/taric-nomenclature-reader.ts'
import { type Result, success } from '../../customs/result.ts'
import { chapterParts } from '../content/chapter-parts.ts'
import type { EditionTitle } from '../edition.ts'
import { ofOneFile } from './of-one-file.ts'
import { requiredTitle } from './required-title.ts'
import type { ReadEdition, TariffFormat } from './tariff-format.ts'

/** The goods nomenclature of the European Union; neither the file nor its name says its day. */
export const taricFormat: TariffFormat = {
  name: 'taric',
  territories: ['EU'],
  editionOf: 'each-file',
  summary: 'goods nomenclature of the European Union, CSV of the Commission',
  open: ofOneFile((file) => {
    const title = requiredTitle(file)
    if (!title.ok) return title
    const { edition: id, effectiveFrom: validFrom } = title.value
    const reader = new TaricNomenclatureReader({ id, validFrom })
    return success({
      get rowsSoFar() {
        return reader.rowsSoFar
      },
      push: (piece) => {
        reader.push(piece)
      },
      end: () => readEdition(title.value, reader.end()),
    })
  }),
}

function readEdition(title: EditionTitle, read: Result<TaricNomenclature>): Result<ReadEdition> {
  if (!read.ok) return read
  const { edition, rowCount, leftOut } = read.value
  return success({
    title,
    rowsRead: rowCount,
    rowsUnderstood: rowCount - leftOut.length,
    reports: leftOut.map((report) => ({ ...report, isLeftOut: true })),
    parts: chapterParts({ rows: edition.rows }),
  })
}
