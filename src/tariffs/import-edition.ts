import type { Transaction } from 'kysely'

import type { Instant } from '../customs/calendar/local-date.ts'
import { type Failure, failure, type Result, success } from '../customs/result.ts'
import { sha256Hex } from '../platform/ids.ts'
import { type Database, inTransaction, type Schema } from '../platform/postgres/index.ts'
import { packPart } from './content/packed-part.ts'
import type { EditionFile, StatedTitle, TariffEdition } from './edition.ts'
import { digestOf, type EditionSource, editionSource, readSource } from './files/edition-source.ts'
import type { ReadEdition, TariffFormat } from './formats/tariff-format.ts'
import { findEditions } from './store/find-editions.ts'
import { type EditionToSave, lockEdition, saveEdition, supersede } from './store/save-edition.ts'

/** What is imported, and how. */
export interface ImportRequest {
  readonly format: TariffFormat
  readonly path: string
  readonly stated: StatedTitle
  /** What to do where another file has been imported under the same name. */
  readonly existing: 'keep' | 'replace'
  readonly now: Instant
  /** Told how much of the file has been read. */
  readonly onBytes: (bytes: number, ofBytes: number) => void
}

/** What an import has come to. */
export interface ImportOutcome {
  /** `unchanged`: the same file was imported before, and nothing was done. */
  readonly kind: 'imported' | 'replaced' | 'unchanged'
  readonly edition: TariffEdition
}

/**
 * Imports one file as one edition, in one transaction: a file that is refused leaves the database as
 * it was. Fails with what is wrong with the file, with `fact-missing` where nobody says which edition
 * it is, and with `conflict` where another file stands under its name.
 *
 * @param database with the login of the owner, who alone may write editions
 */
export async function importEdition(
  database: Database<Schema>,
  request: ImportRequest,
): Promise<Result<ImportOutcome>> {
  const source = await editionSource(request.path)
  if (!source.ok) return source
  const known = await alreadyImported(database, request, source.value)
  if (known !== undefined) return success({ kind: 'unchanged', edition: known })
  const toSave = await readEdition(request, source.value)
  if (!toSave.ok) return toSave
  return inTransaction(database, (transaction) => keep(transaction, toSave.value, request))
}

/** A file that was imported as what it is said to be now need not be read again. */
async function alreadyImported(
  database: Database<Schema>,
  { format, stated }: ImportRequest,
  source: EditionSource,
): Promise<TariffEdition | undefined> {
  const sha256 = digestOfFiles([{ sha256: await digestOf(source) }])
  const editions = await inTransaction(database, (transaction) =>
    findEditions(transaction, { territory: format.territory, format: format.name }),
  )
  return editions.find((edition) => edition.sha256 === sha256 && agrees(edition, stated))
}

function agrees(edition: TariffEdition, stated: StatedTitle): boolean {
  const parts = ['edition', 'publishedOn', 'effectiveFrom'] as const
  return parts.every((part) => stated[part] === undefined || stated[part] === edition[part])
}

async function readEdition(
  { format, stated, onBytes }: ImportRequest,
  source: EditionSource,
): Promise<Result<EditionToSave>> {
  const reader = format.open({ name: source.name, stated })
  if (!reader.ok) return reader
  const read = await readSource(source, reader.value, (bytes) => {
    onBytes(bytes, source.sizeBytes)
  })
  return read.ok ? success(toSave(format, read.value.stated, [read.value.file])) : read
}

function toSave(
  { territory, name }: TariffFormat,
  { parts, ...read }: ReadEdition,
  files: readonly EditionFile[],
): EditionToSave {
  return {
    ...read,
    ...{ territory, format: name, files },
    sha256: digestOfFiles(files),
    parts: parts.map(packPart),
  }
}

function digestOfFiles(files: readonly Pick<EditionFile, 'sha256'>[]): string {
  return sha256Hex(files.map(({ sha256 }) => sha256).join('\n'))
}

/** Who comes second finds what the first has brought in, so nothing is imported twice. */
async function keep(
  transaction: Transaction<Schema>,
  edition: EditionToSave,
  { existing, now, stated }: ImportRequest,
): Promise<Result<ImportOutcome>> {
  await lockEdition(transaction, edition)
  const wanted = {
    ...{ territory: edition.territory, format: edition.format },
    edition: edition.title.edition,
  }
  const [before] = await findEditions(transaction, wanted)
  if (before?.sha256 === edition.sha256 && agrees(before, stated)) {
    return success({ kind: 'unchanged', edition: before })
  }
  if (before !== undefined && existing === 'keep') return failure(otherFile(before, edition))
  if (before !== undefined) await supersede(transaction, before.id, now)
  await saveEdition(transaction, edition, now)
  const [kept] = await findEditions(transaction, wanted)
  return success({ kind: before === undefined ? 'imported' : 'replaced', edition: kept! })
}

function otherFile(before: TariffEdition, { files, title }: EditionToSave): Failure {
  const [name, known] = [files, before.files].map((list) => list.map((file) => file.name).join())
  const day = before.importedAt.slice(0, 10)
  return {
    code: 'conflict',
    path: '--replace',
    message: `Edition ${title.edition} was imported on ${day} from another file or with other days (${known}); ${name} is not taken in its place.`,
    mend: 'Add --replace to use this one from now on; the earlier import is kept as superseded.',
    zh: {
      message: `版本 ${title.edition} 已于 ${day} 由另一文件或以其他日期载入（${known}）；未以 ${name} 取代。`,
      mend: '如需改用此文件，请加 --replace；原载入记录会保留并标记为已取代。',
    },
  }
}
