import {
  readReferenceData,
  referenceParts,
  type ReferenceData,
} from '../clearance/reference-data.ts'
import { readDataFiles } from '../platform/data-files.ts'

/** The dated facts that come with the program, for commands that need no server. */
export async function loadReference(): Promise<ReferenceData> {
  const reference = readReferenceData(await readDataFiles(referenceParts))
  if (reference.ok) return reference.value
  const [{ path, message }] = reference.failures
  throw new Error(`the reference data is broken: ${path} ${message}`)
}
