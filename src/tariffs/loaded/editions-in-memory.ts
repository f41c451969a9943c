import { nextTurn } from '../../platform/next-turn.ts'
import { type Database, inTransaction, type Schema } from '../../platform/postgres/index.ts'
import { contentKinds } from '../content/content-kinds.ts'
import type { TariffEdition } from '../edition.ts'
import { findEditions, type WantedEditions } from '../store/find-editions.ts'
import { findPartPlaces, type PartPlace, readParts } from '../store/read-parts.ts'
import { assembled } from './assembled-editions.ts'
import { type HeldEdition, type HeldKind, holdEdition, readHeldPart } from './held-edition.ts'
import { type LoadedEditions, nothingLoaded } from './loaded-editions.ts'

/** An edition with the digests of its parts. */
interface InMemory {
  readonly content: HeldEdition
  readonly digests: readonly string[]
}

/** So many parts are fetched at once: enough for one round trip, little enough for one turn. */
const PARTS_AT_ONCE = 4

/**
 * Holds the editions in use in memory and follows the database. Parts that editions share are held
 * once, and an edition that comes in costs no more than what is new in it. Whoever reads meanwhile
 * reads the editions of before.
 */
export class EditionsInMemory {
  readonly #database: Database<Schema>
  readonly #wanted: WantedEditions
  readonly #parts = new Map<string, object>()
  readonly #held = new Map<string, InMemory>()
  #loaded = nothingLoaded

  constructor(database: Database<Schema>, wanted: WantedEditions = {}) {
    this.#database = database
    this.#wanted = wanted
  }

  /** What is loaded now; to be asked for anew with each question. */
  get loaded(): LoadedEditions {
    return this.#loaded
  }

  /** Takes in what has changed in the database; does nothing where nothing has. */
  async refresh(): Promise<void> {
    const editions = await inTransaction(this.#database, (transaction) =>
      findEditions(transaction, this.#wanted),
    )
    if (sameEditions(editions, this.#loaded.editions)) return
    for (const [kind, own] of byKind(editions)) {
      await this.#hold(
        kind,
        own.filter(({ id }) => !this.#held.has(id)),
      )
    }
    this.#forgetAllBut(editions)
    this.#loaded = assembled(editions, (id) => this.#held.get(id)?.content)
  }

  async #hold(kind: HeldKind, editions: readonly TariffEdition[]): Promise<void> {
    const places = await inTransaction(this.#database, (transaction) =>
      findPartPlaces(
        transaction,
        editions.map(({ id }) => id),
      ),
    )
    await this.#readParts(kind, places)
    for (const edition of editions) {
      const digests = places.flatMap(({ editionId, sha256 }) =>
        editionId === edition.id ? [sha256] : [],
      )
      const parts = digests.map((sha256) => this.#parts.get(sha256)!)
      this.#held.set(edition.id, { content: holdEdition(edition, kind, parts), digests })
      await nextTurn()
    }
  }

  async #readParts(kind: HeldKind, places: readonly PartPlace[]): Promise<void> {
    const wanted = [...new Set(places.map(({ sha256 }) => sha256))].filter(
      (sha256) => !this.#parts.has(sha256),
    )
    for (let at = 0; at < wanted.length; at += PARTS_AT_ONCE) {
      const digests = wanted.slice(at, at + PARTS_AT_ONCE)
      const contents = await inTransaction(this.#database, (transaction) =>
        readParts(transaction, digests),
      )
      for (const [sha256, stored] of contents) this.#parts.set(sha256, readHeldPart(kind, stored))
      await nextTurn()
    }
  }

  #forgetAllBut(editions: readonly TariffEdition[]): void {
    const inUse = new Set(editions.map(({ id }) => id))
    for (const id of this.#held.keys()) if (!inUse.has(id)) this.#held.delete(id)
    const digests = new Set([...this.#held.values()].flatMap((held) => held.digests))
    for (const sha256 of this.#parts.keys()) if (!digests.has(sha256)) this.#parts.delete(sha256)
  }
}

function byKind(
  editions: readonly TariffEdition[],
): ReadonlyMap<HeldKind, readonly TariffEdition[]> {
  const sorted = new Map<HeldKind, TariffEdition[]>()
  for (const edition of editions) {
    const kind = contentKinds[edition.format]
    if (kind !== undefined && kind !== 'nomenclature') {
      sorted.set(kind, [...(sorted.get(kind) ?? []), edition])
    }
  }
  return sorted
}

/** An import never changes, so its id tells all. */
function sameEditions(some: readonly TariffEdition[], others: readonly TariffEdition[]): boolean {
  return some.length === others.length && some.every(({ id }, at) => id === others[at]?.id)
}
