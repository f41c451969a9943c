import type { LandedCostBook } from '../../customs/landed-cost/landed-cost-book.ts'
import { stackingLaw } from '../../customs/programmes/index.ts'
import { type Result, success } from '../../customs/result.ts'
import { type Database, inTransaction, type Schema } from '../../platform/postgres/index.ts'
import { contentKinds } from '../content/content-kinds.ts'
import type { TariffEdition } from '../edition.ts'
import { underImportedLists } from '../loaded/latest-lists.ts'
import { LiveBook } from '../quoting/live-book.ts'
import { findEditions } from '../store/find-editions.ts'
import { findProductLists } from '../store/find-product-lists.ts'
import { findCodeInEditions, type ShownReference } from './find-code-in-editions.ts'
import type { ShownCode, ShownQuestion } from './show-code.ts'
import { showCodeInBook } from './show-code-in-book.ts'

/** A question with whose tariff it is about. */
export type TerritoryQuestion = ShownQuestion & { readonly territory: string }

/**
 * What the database says of a code: a schedule as it was printed, read from the one chapter of the code,
 * a nomenclature with the rates of the tariff that is quoted from; any other tariff as quotes are made
 * from it, with the starter tariff for what it does not hold.
 */
export async function findShownCode(
  database: Database<Schema>,
  question: TerritoryQuestion,
  reference: ShownReference,
): Promise<Result<ShownCode>> {
  const { territory } = question
  const { americanLaw: held } = reference
  const editions = await inTransaction(database, (transaction) =>
    findEditions(transaction, { territory }),
  )
  const tariffs = ofKind(editions, 'integrated-tariff')
  const schedules = ofKind(editions, 'schedule')
  const nomenclatures = ofKind(editions, 'nomenclature')
  const inEditions = () =>
    inTransaction(database, (transaction) => findCodeInEditions(transaction, question, reference))
  const inBook = async () => {
    const lists = await inTransaction(database, (transaction) =>
      findProductLists(transaction, territory),
    )
    const americanLaw = stackingLaw(underImportedLists(held, lists))
    const book = await bookOf(database, territory)
    return showCodeInBook({ book, editions: tariffs, americanLaw }, question)
  }
  if (schedules.length > 0) return inEditions()
  if (nomenclatures.length === 0 || tariffs.length > 0) return inBook()
  const named = await inEditions()
  return named.ok ? success(withRatesOf(named.value, await inBook())) : named
}

/** A nomenclature has the goods and no rates: those are of the tariff that a quote would ask. */
function withRatesOf(named: ShownCode, inBook: Result<ShownCode>): ShownCode {
  if (named.declarable !== undefined || !inBook.ok || inBook.value.measures === undefined) {
    return named
  }
  const { measures, charged, notCharged, edition: ratesFrom } = inBook.value
  return {
    ...{ ...named, measures, ratesFrom },
    ...(charged && { charged }),
    ...(notCharged && { notCharged }),
  }
}

/** What quotes to a territory are made from, without the tariffs of others. */
export async function bookOf(
  database: Database<Schema>,
  territory: string,
): Promise<LandedCostBook> {
  return (await LiveBook.open(database, { territory })).book
}

function ofKind(
  editions: readonly TariffEdition[],
  kind: 'integrated-tariff' | 'nomenclature' | 'schedule',
): readonly TariffEdition[] {
  return editions.filter(({ format }) => contentKinds[format] === kind)
}
