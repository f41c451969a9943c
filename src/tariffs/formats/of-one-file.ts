import type { FileReader } from '../../customs/formats/rows/file-reader.ts'
import { type Result, success } from '../../customs/result.ts'
import type { StatedTitle } from '../edition.ts'
import type { EditionReader, ReadEdition, TariffFormat } from './tariff-format.ts'

/** The one file that an edition is to be read from. */
export interface NamedFile {
  /** Without its folder. */
  readonly name: string
  readonly stated: StatedTitle
}

/** Opens editions that are one file each with a reader of that file. */
export function ofOneFile(
  open: (file: NamedFile) => Result<FileReader<ReadEdition>>,
): TariffFormat['open'] {
  return ({ names: [name], stated }) => {
    const reader = open({ name, stated })
    return reader.ok ? success(readerOf(reader.value)) : reader
  }
}

function readerOf(reader: FileReader<ReadEdition>): EditionReader {
  let read: Result<ReadEdition> | undefined
  return {
    file: () => ({
      get rowsSoFar() {
        return reader.rowsSoFar ?? 0
      },
      push: (piece) => {
        reader.push(piece)
      },
      end: () => {
        read = reader.end()
        return read.ok ? success(undefined) : read
      },
    }),
    end: () => {
      if (read === undefined) throw new Error('an edition was ended before its file')
      return read
    },
  }
}
