import { type Result, success } from '../result.ts'
import { readHeldLists } from './held-lists.ts'
import { createProductLists, type ProductList } from './product-list.ts'
import { readProgrammes } from './read-programmes.ts'
import type { StackingLaw } from './stack-programmes.ts'

/** Contents of the files that the law of the additional duties comes in. */
export interface StackingLawFiles {
  /** `data/us/programmes.json` */
  readonly programmes: unknown
  /** `data/us/product-lists.json` */
  readonly lists: unknown
}

/**
 * Reads the law of the additional duties with the lists of goods that come with the program, and more
 * lists besides: what several lists of one id hold adds up.
 */
export function readStackingLaw(
  files: StackingLawFiles,
  imported: readonly ProductList[] = [],
): Result<StackingLaw> {
  const programmes = readProgrammes(files.programmes)
  if (!programmes.ok) return programmes
  const held = readHeldLists(files.lists, programmes.value)
  if (!held.ok) return held
  return success({
    programmes: programmes.value,
    lists: createProductLists([...programmes.value.heldLists, ...held.value.lists, ...imported]),
  })
}
