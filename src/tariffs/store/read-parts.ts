import type { Transaction } from 'kysely'

import type { Schema } from '../../platform/postgres/index.ts'
import { unpackPart } from '../content/packed-part.ts'

/** Which part stands where in which edition. */
export interface PartPlace {
  readonly editionId: string
  readonly name: string
  readonly sha256: string
}

/** The places of the parts of some editions, in the order of publication. */
export async function findPartPlaces(
  transaction: Transaction<Schema>,
  editionIds: readonly string[],
): Promise<readonly PartPlace[]> {
  if (editionIds.length === 0) return []
  const rows = await transaction
    .selectFrom('tariff_edition_part')
    .select(['edition_id', 'name', 'sha256'])
    .where('edition_id', 'in', editionIds)
    .orderBy('edition_id')
    .orderBy('position')
    .execute()
  return rows.map(({ edition_id, name, sha256 }) => ({ editionId: edition_id, name, sha256 }))
}

/** The contents of some parts by their digests. */
export async function readParts(
  transaction: Transaction<Schema>,
  digests: readonly string[],
): Promise<ReadonlyMap<string, object>> {
  if (digests.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('tariff_part')
    .select(['sha256', 'body'])
    .where('sha256', 'in', digests)
    .execute()
  return new Map(rows.map(({ sha256, body }) => [sha256, unpackPart(body)]))
}
