import type { LandedCostBook } from '../src/customs/landed-cost/landed-cost-book.ts'
import { shippedBook } from '../src/tariffs/index.ts'

let book: Promise<LandedCostBook> | undefined

/** The book as it is shipped, read once for all test files of a worker: nobody writes into it. */
export function shippedBookOfTests(): Promise<LandedCostBook> {
  return (book ??= shippedBook())
}
