import type { Transaction } from 'kysely'

import type { ProductList } from '../../customs/programmes/index.ts'
import type { Schema } from '../../platform/postgres/index.ts'
import { latestLists } from '../loaded/latest-lists.ts'
import { findEditions } from './find-editions.ts'
import { findPartPlaces, readParts } from './read-parts.ts'

/** The imported lists of goods of a territory, each as the latest edition that has it states it. */
export async function findProductLists(
  transaction: Transaction<Schema>,
  territory: string,
): Promise<readonly ProductList[]> {
  const editions = await findEditions(transaction, { territory, format: 'us-programmes' })
  const places = await findPartPlaces(
    transaction,
    editions.map(({ id }) => id),
  )
  const parts = await readParts(
    transaction,
    places.map(({ sha256 }) => sha256),
  )
  return latestLists(
    editions.map(({ id }) =>
      places.flatMap(({ editionId, sha256 }) =>
        editionId === id
          ? (parts.get(sha256) as { readonly lists: readonly ProductList[] }).lists
          : [],
      ),
    ),
  )
}
