import { setTimeout as pause } from 'node:timers/promises'

import type { Log } from '../../platform/log.ts'
import {
  acrossTenants,
  figuresAcrossTenants,
  inTenant,
  type Database,
  type Schema,
} from '../../platform/postgres/index.ts'
import { type CaseSummary, summariesIn, summariesOf } from '../views/case-summary.ts'

/** Cases of one tenant that have changed, as they stand now. */
export interface CaseChanges {
  /** Everything that was changed below it has been told; from there a reader goes on. */
  readonly horizon: number
  /** `too-many` where they are so many that the list is read anew sooner. */
  readonly cases: readonly CaseSummary[] | 'too-many'
}

/** Takes the changes of one tenant's cases as they come. */
export type ChangeListener = (changes: CaseChanges) => void

/** More changes than this are not told one by one: whoever listens reads the list anew. */
const TOLD_MAX = 500

/** How long a change may wait before it is told. */
const LOOK_EVERY_MS = 400

/**
 * Watches the changes of all cases for everybody who listens in this process. While somebody does,
 * one question a look goes to the database, whether anything was written at all; only if so is it
 * asked which cases changed, and each tenant with listeners is read once, however many they are.
 *
 * It reads what is committed rather than hearing of it: the number that a transaction gets when it
 * begins does not say when it ends, so only what is below the oldest running one is told.
 */
export class CaseChangeWatch {
  readonly #database: Database<Schema>
  readonly #log: Log
  readonly #listeners = new Map<string, Set<ChangeListener>>()
  /** Up to where the listeners were told. */
  #told: Promise<number> | undefined

  constructor(database: Database<Schema>, log: Log) {
    this.#database = database
    this.#log = log
  }

  /**
   * Calls the listener with the changes of a tenant's cases until the signal fires.
   *
   * @returns the horizon from which on it is told
   * @throws Error where the database cannot be asked; the next who listens asks it anew
   */
  async listen(tenantId: string, listener: ChangeListener, signal: AbortSignal): Promise<number> {
    if (this.#told === undefined) {
      this.#told = this.#horizon()
      void this.#watch()
    }
    if (!signal.aborted) this.#add(tenantId, listener, signal)
    return this.#told
  }

  #add(tenantId: string, listener: ChangeListener, signal: AbortSignal): void {
    const ofTenant = this.#listeners.get(tenantId) ?? new Set()
    this.#listeners.set(tenantId, ofTenant.add(listener))
    signal.addEventListener('abort', () => ofTenant.delete(listener))
  }

  async #watch(): Promise<void> {
    do {
      const from = this.#told
      this.#told = this.#tellFrom(from)
      await this.#told.catch(() => undefined)
      await pause(LOOK_EVERY_MS)
      this.#forgetTenants()
    } while (this.#listeners.size > 0)
    this.#told = undefined
  }

  #forgetTenants(): void {
    for (const [tenantId, listeners] of this.#listeners) {
      if (listeners.size === 0) this.#listeners.delete(tenantId)
    }
  }

  async #tellFrom(told: Promise<number> | undefined): Promise<number> {
    // Where not even a beginning could be read, nobody was told one, and it begins from here.
    const from = await told?.catch(() => undefined)
    if (from === undefined) return this.#horizon()
    try {
      const until = await this.#horizon()
      if (until > from) await this.#tell(from, until)
      return until
    } catch (error) {
      // The database may be away for a moment; what changes meanwhile is told afterwards.
      this.#log.warn({ error: String(error) }, 'changes of cases cannot be read')
      return from
    }
  }

  async #horizon(): Promise<number> {
    const { horizon } = await figuresAcrossTenants(this.#database, 'case_change_horizon', [])
    if (typeof horizon !== 'number') throw new TypeError('case_change_horizon gives one number')
    return horizon
  }

  async #tell(from: number, until: number): Promise<void> {
    const changed = await acrossTenants(this.#database, 'changed_cases', [from, until])
    for (const [tenantId, listeners] of this.#listeners) {
      const caseIds = changed.flatMap(({ tenant_id, case_id }) =>
        tenant_id === tenantId && case_id !== undefined ? [case_id] : [],
      )
      if (caseIds.length === 0) continue
      const changes = { horizon: until, cases: await this.#read(tenantId, caseIds) }
      for (const listener of listeners) listener(changes)
    }
  }

  async #read(tenantId: string, caseIds: readonly string[]): Promise<CaseChanges['cases']> {
    if (caseIds.length > TOLD_MAX) return 'too-many'
    return inTenant(this.#database, tenantId, async (transaction) => {
      const wanted = summariesIn(transaction).where('clearance_case.id', 'in', caseIds)
      return summariesOf(transaction, await wanted.execute())
    })
  }
}

/** The cases of a tenant that were changed from one horizon on up to another. */
export async function changesBetween(
  database: Database<Schema>,
  tenantId: string,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<CaseChanges> {
  return inTenant(database, tenantId, async (transaction) => {
    const rows = await summariesIn(transaction)
      .where('changed_in', '>=', String(from))
      .where('changed_in', '<', String(until))
      .limit(TOLD_MAX + 1)
      .execute()
    const isTold = rows.length <= TOLD_MAX
    return { horizon: until, cases: isTold ? await summariesOf(transaction, rows) : 'too-many' }
  })
}
