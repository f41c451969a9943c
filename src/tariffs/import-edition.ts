import type { Transaction } from 'kysely'

import type { Instant } from '../customs/calendar/local-date.ts'
import { combineAll, type Failure, failure, type Result, success } from '../customs/result.ts'
import { sha256Hex } from '../platform/ids.ts'
import { type Database, inTransaction, type Schema } from '../platform/postgres/index.ts'
import { packPart } from './content/packed-part.ts'
import type { EditionFile, StatedTitle, TariffEdition } from './edition.ts'
import { digestOf, type EditionSource, editionSource, readSource } from './files/edition-source.ts'
import type { ReadEdition, TariffFormat } from './formats/tariff-format.ts'
import { territoryOf } from './formats/territory-of.ts'
import { findEditions } from './store/find-editions.ts'
import { type EditionToSave, lockEdition, saveEdition, supersede } from './store/save-edition.ts'

/** What is imported, and how. */
export interface ImportRequest {
  readonly format: TariffFormat
  /** One where each file of the format is an edition, otherwise all files of the edition. */
  readonly paths: readonly [string, ...string[]]
  /** Whose tariff it is, where the format can be that of several; see `TariffFormat.territories`. */
  readonly territory?: string
  readonly stated: StatedTitle
  /** What to do where another file has been imported under the same name. */
  readonly existing: 'keep' | 'replace'
  readonly now: Instant
  /** Told from time to time how far it has come. */
  readonly onProgress?: (progress: ImportProgress) => void
}

/** How much of the files has been read, and how many rows have gone by, where they are counted. */
export interface ImportProgress {
  readonly bytes: number
  readonly ofBytes: number
  readonly rows: number
}

/** What an import has come to. */
export interface ImportOutcome {
  /** `unchanged`: the same file was imported before, and nothing was done. */
  readonly kind: 'imported' | 'replaced' | 'unchanged'
  readonly edition: TariffEdition
}

/**
 * Imports one edition in one transaction: files of which one is refused leave the database as it was.
 * Fails with what is wrong with a file, with `fact-missing` where nobody says which edition it is, and
 * with `conflict` where other files stand under its name.
 *
 * @param database with the login of the owner, who alone may write editions
 */
export async function importEdition(
  database: Database<Schema>,
  request: ImportRequest,
): Promise<Result<ImportOutcome>> {
  const territory = territoryOf(request.format, request.territory)
  if (!territory.ok) return territory
  const found = combineAll(await Promise.all(request.paths.map(editionSource)))
  if (!found.ok) return found
  // In the order of their names, so that the same files are the same edition however they are named.
  const sources = found.value.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const importing = { ...request, sources, territory: territory.value }
  const known = await alreadyImported(database, importing)
  if (known !== undefined) return success({ kind: 'unchanged', edition: known })
  const toSave = await readEdition(importing)
  if (!toSave.ok) return toSave
  return inTransaction(database, (transaction) => keep(transaction, toSave.value, request))
}

/** An import whose files and territory are known. */
interface Importing extends ImportRequest {
  readonly sources: readonly EditionSource[]
  readonly territory: string
}

/** Files that were imported as what they are said to be now need not be read again. */
async function alreadyImported(
  database: Database<Schema>,
  { format, territory, stated, sources }: Importing,
): Promise<TariffEdition | undefined> {
  const files: { readonly sha256: string }[] = []
  for (const source of sources) files.push({ sha256: await digestOf(source) })
  const sha256 = digestOfFiles(files)
  const editions = await inTransaction(database, (transaction) =>
    findEditions(transaction, { territory, format: format.name }),
  )
  return editions.find((edition) => edition.sha256 === sha256 && agrees(edition, stated))
}

function agrees(edition: TariffEdition, stated: StatedTitle): boolean {
  const parts = ['edition', 'publishedOn', 'effectiveFrom'] as const
  return parts.every((part) => stated[part] === undefined || stated[part] === edition[part])
}

async function readEdition(importing: Importing): Promise<Result<EditionToSave>> {
  const { format, territory, stated, sources, onProgress } = importing
  const [first, ...others] = sources.map(({ name }) => name)
  const reader = format.open({ names: [first!, ...others], territory, stated })
  if (!reader.ok) return reader
  const ofBytes = sources.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const files: EditionFile[] = []
  let [bytesBefore, rowsBefore] = [0, 0]
  for (const source of sources) {
    const file = reader.value.file(source.name)
    const read = await readSource(source, file, (bytes) => {
      const rows = rowsBefore + (file.rowsSoFar ?? 0)
      onProgress?.({ bytes: bytesBefore + bytes, ofBytes, rows })
    })
    if (!read.ok) return inFile(source, sources, read)
    files.push(read.value.file)
    bytesBefore += source.sizeBytes
    rowsBefore += file.rowsSoFar ?? 0
  }
  const read = reader.value.end()
  return read.ok ? success(toSave(importing, read.value, files)) : read
}

/** Of several files the one is named that something is wrong with. */
function inFile(
  { name }: EditionSource,
  { length }: readonly EditionSource[],
  refused: Extract<Result<unknown>, { ok: false }>,
): Extract<Result<unknown>, { ok: false }> {
  if (length === 1) return refused
  const named = ({ message, zh, ...failed }: Failure): Failure => ({
    ...failed,
    message: message.includes(name) ? message : `${name}: ${message}`,
    ...(zh && {
      zh: { ...zh, message: zh.message.includes(name) ? zh.message : `${name}：${zh.message}` },
    }),
  })
  const [first, ...others] = refused.failures
  return failure(named(first), ...others.map(named))
}

function toSave(
  { territory, format: { name } }: Importing,
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
  const [name, known] = [files, before.files].map(namesOf)
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

/** A folder of bodies has thousands of files; a person needs to know the first of them. */
function namesOf(files: readonly EditionFile[]): string {
  const [first, ...others] = files.map(({ name }) => name)
  return others.length === 0 ? first! : `${first} and ${others.length} more`
}
