import type { OwnFee } from '../../customs/landed-cost/own-fees.ts'
import type { Clock } from '../../platform/clock.ts'
import { type Database, inTenant, type Schema } from '../../platform/postgres/index.ts'
import { readOwnFeesOf } from './find-fee-tables.ts'

/** How long fees that were read are quoted with: what another process was told works by then. */
const BELIEVED_MS = 10_000
const MOST_BELIEVED = 10_000

/** The fees of tenants for quotes that nobody stands by, with a short memory: most quotes read none. */
export class FeesOfTenants {
  readonly #database: Database<Schema>
  readonly #clock: Clock
  readonly #believed = new Map<
    string,
    { readonly fees: readonly OwnFee[]; readonly until: number }
  >()

  constructor(database: Database<Schema>, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  async of(tenantId: string): Promise<readonly OwnFee[]> {
    const now = Date.parse(this.#clock.now())
    const known = this.#believed.get(tenantId)
    if (known !== undefined && now < known.until) return known.fees
    const fees = await inTenant(this.#database, tenantId, readOwnFeesOf)
    if (this.#believed.size >= MOST_BELIEVED) this.#believed.clear()
    this.#believed.set(tenantId, { fees, until: now + BELIEVED_MS })
    return fees
  }

  /** After a change, so that the next quote of this process goes by it. */
  forget(tenantId: string): void {
    this.#believed.delete(tenantId)
  }
}
