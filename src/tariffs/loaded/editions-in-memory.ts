import {
  type IndexedNomenclature,
  indexEdition,
  nomenclatureOf,
} from '../../customs/nomenclature/nomenclature.ts'
import { nextTurn } from '../../platform/next-turn.ts'
import { type Database, inTransaction, type Schema } from '../../platform/postgres/index.ts'
import { chapterContent, contentOfChapters } from '../content/chapter-parts.ts'
import type { ScheduleContent } from '../content/schedule-content.ts'
import type { TariffEdition } from '../edition.ts'
import { scheduleFormats } from '../schedule-formats.ts'
import { findEditions } from '../store/find-editions.ts'
import { findPartPlaces, type PartPlace, readParts } from '../store/read-parts.ts'
import { type LoadedEditions, nothingLoaded } from './loaded-editions.ts'

/** A schedule with its codes in order. */
interface HeldSchedule {
  readonly indexed: IndexedNomenclature
  readonly rates: ScheduleContent['rates']
  /** Digests of its chapters. */
  readonly chapters: readonly string[]
}

/** So many chapters are fetched at once: enough for one round trip, little enough for one turn. */
const PARTS_AT_ONCE = 24

/**
 * Holds the editions in use in memory and follows the database. Chapters that editions share are held
 * once, and an edition that comes in costs no more than what is new in it. Whoever reads meanwhile
 * reads the editions of before.
 */
export class EditionsInMemory {
  readonly #database: Database<Schema>
  readonly #chapters = new Map<string, ScheduleContent>()
  readonly #schedules = new Map<string, HeldSchedule>()
  #loaded = nothingLoaded

  constructor(database: Database<Schema>) {
    this.#database = database
  }

  /** What is loaded now; to be asked for anew with each question. */
  get loaded(): LoadedEditions {
    return this.#loaded
  }

  /** Takes in what has changed in the database; does nothing where nothing has. */
  async refresh(): Promise<void> {
    const editions = await inTransaction(this.#database, (transaction) => findEditions(transaction))
    if (sameEditions(editions, this.#loaded.editions)) return
    const schedules = editions.filter(isSchedule)
    await this.#hold(schedules.filter(({ id }) => !this.#schedules.has(id)))
    this.#forgetAllBut(schedules)
    this.#loaded = this.#assembled(editions, schedules)
  }

  async #hold(editions: readonly TariffEdition[]): Promise<void> {
    const places = await inTransaction(this.#database, (transaction) =>
      findPartPlaces(
        transaction,
        editions.map(({ id }) => id),
      ),
    )
    await this.#readChapters(places)
    for (const edition of editions) {
      this.#schedules.set(edition.id, this.#schedule(edition, places))
      await nextTurn()
    }
  }

  async #readChapters(places: readonly PartPlace[]): Promise<void> {
    const wanted = [...new Set(places.map(({ sha256 }) => sha256))].filter(
      (sha256) => !this.#chapters.has(sha256),
    )
    for (let at = 0; at < wanted.length; at += PARTS_AT_ONCE) {
      const digests = wanted.slice(at, at + PARTS_AT_ONCE)
      const contents = await inTransaction(this.#database, (transaction) =>
        readParts(transaction, digests),
      )
      for (const [sha256, stored] of contents) this.#chapters.set(sha256, chapterContent(stored))
      await nextTurn()
    }
  }

  #schedule(
    { id: editionId, edition: id, effectiveFrom: validFrom }: TariffEdition,
    places: readonly PartPlace[],
  ): HeldSchedule {
    const own = places.filter((place) => place.editionId === editionId)
    const chapters = own.map(({ sha256 }) => sha256)
    const content = contentOfChapters(chapters.map((sha256) => this.#chapters.get(sha256)!))
    const { rows, rates } = content
    return { indexed: indexEdition({ id, validFrom, rows }), rates, chapters }
  }

  #forgetAllBut(schedules: readonly TariffEdition[]): void {
    const inUse = new Set(schedules.map(({ id }) => id))
    for (const id of this.#schedules.keys()) if (!inUse.has(id)) this.#schedules.delete(id)
    const chapters = new Set([...this.#schedules.values()].flatMap((held) => held.chapters))
    for (const sha256 of this.#chapters.keys()) {
      if (!chapters.has(sha256)) this.#chapters.delete(sha256)
    }
  }

  #assembled(
    editions: readonly TariffEdition[],
    schedules: readonly TariffEdition[],
  ): LoadedEditions {
    const territories = [...new Set(schedules.map(({ territory }) => territory))]
    const held = territories.map((territory) => {
      const own = schedules.filter((edition) => edition.territory === territory)
      return [territory, own.map(({ id }) => this.#schedules.get(id)!)] as const
    })
    return {
      editions,
      nomenclatures: new Map(
        held.map(([territory, own]) => [territory, nomenclatureOf(own.map((one) => one.indexed))]),
      ),
      rates: new Map(
        held.map(([territory, own]) => [
          territory,
          own.flatMap(({ indexed: { edition }, rates }) =>
            rates === undefined ? [] : [{ id: edition.id, validFrom: edition.validFrom, rates }],
          ),
        ]),
      ),
    }
  }
}

function isSchedule({ territory, format }: TariffEdition): boolean {
  return scheduleFormats[territory] === format
}

/** An import never changes, so its id tells all. */
function sameEditions(some: readonly TariffEdition[], others: readonly TariffEdition[]): boolean {
  return some.length === others.length && some.every(({ id }, at) => id === others[at]?.id)
}
