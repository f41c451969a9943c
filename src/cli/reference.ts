import {
  readReferenceData,
  referenceParts,
  type ReferenceData,
} from '../clearance/reference-data.ts'
import { readTariffVocabulary } from '../customs/landed-cost/read-landed-cost-book.ts'
import type { Result } from '../customs/result.ts'
import { readDataFiles } from '../platform/data-files.ts'
import { shippedBook } from '../tariffs/index.ts'

/** The dated facts that come with the program, for commands that need no server. */
export async function loadReference(): Promise<ReferenceData> {
  const [files, book] = await Promise.all([readDataFiles(referenceParts), shippedBook()])
  return sound(readReferenceData(files, { book }))
}

/** The codes that orders and duties may speak of, for commands that quote nothing. */
export async function loadVocabulary() {
  return sound(readTariffVocabulary(await readDataFiles(['reference'])))
}

function sound<T>(read: Result<T>): T {
  if (read.ok) return read.value
  const [{ path, message }] = read.failures
  throw new Error(`the reference data is broken: ${path} ${message}`)
}
