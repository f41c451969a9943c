import {
  readReferenceData,
  referenceParts,
  type ReferenceData,
} from '../clearance/reference-data.ts'
import { readTariffVocabulary } from '../customs/landed-cost/read-landed-cost-book.ts'
import { readDataFiles } from '../platform/data-files.ts'
import { shippedBook, soundData } from '../tariffs/index.ts'

/** The dated facts that come with the program, for commands that need no server. */
export async function loadReference(): Promise<ReferenceData> {
  const [files, book] = await Promise.all([readDataFiles(referenceParts), shippedBook()])
  return soundData(readReferenceData(files, { book }))
}

/** The codes that orders and duties may speak of, for commands that quote nothing. */
export async function loadVocabulary() {
  return soundData(readTariffVocabulary(await readDataFiles(['reference'])))
}
