import { setTimeout as sleep } from 'node:timers/promises'
import type { Order } from '../src/customs/order/order.ts'
import { createHttpClient, type HttpClient } from '../src/platform/http/index.ts'
import { newId, newLocalReference } from '../src/platform/ids.ts'

export interface DriverOptions {
  readonly apiUrl: string
  /** One for each platform in whose name orders are sent. */
  readonly apiKeys: readonly string[]
  readonly order: Order
  /** Orders on their way at the same time. */
  readonly inFlight: number
}

interface CaseLine {
  readonly id: string
  readonly state: string
}

const LOOK_EVERY_MS = 400
/** The newest of a tenant, several times as many as it has on their way. */
const PAGE = 80
const NOTHING_NEW_LIMIT_MS = 60_000

/**
 * Sends orders as platforms do and reports their arrival as a carrier does. It keeps so many orders
 * on their way and learns how far they are from lists of cases, as a program that handles many does.
 */
export class JourneyDriver {
  readonly #options: DriverOptions
  readonly #http: HttpClient
  readonly #sentAt = new Map<string, number>()
  readonly #arrived = new Set<string>()
  #failure: Error | undefined

  constructor(options: DriverOptions) {
    this.#options = options
    this.#http = createHttpClient({ maxConnections: 24 })
  }

  /**
   * Sends so many orders and accompanies them to their end.
   *
   * @returns how long each journey took in milliseconds, from sending the order to seeing it cleared
   */
  async run(journeys: number): Promise<readonly number[]> {
    const durationsMs: number[] = []
    let sent = 0
    let lastEndAt = performance.now()
    while (durationsMs.length < journeys) {
      while (sent < journeys && sent - durationsMs.length < this.#options.inFlight) {
        this.#post(this.#sendOrder(sent))
        sent += 1
      }
      await sleep(LOOK_EVERY_MS)
      const looks = this.#options.apiKeys.map((key) => this.#lookAfter(key))
      const ended = (await Promise.all(looks)).flat()
      if (this.#failure !== undefined) throw this.#failure
      durationsMs.push(...ended)
      if (ended.length > 0) lastEndAt = performance.now()
      if (performance.now() - lastEndAt > NOTHING_NEW_LIMIT_MS) {
        throw new Error(
          `of ${sent} orders ${durationsMs.length} were cleared, then none for a minute`,
        )
      }
    }
    return durationsMs
  }

  close(): void {
    this.#http.close()
  }

  #post(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.#failure ??= error instanceof Error ? error : new Error(String(error))
    })
  }

  async #sendOrder(index: number): Promise<void> {
    const { apiKeys, order } = this.#options
    const key = apiKeys[index % apiKeys.length]!
    const sentAt = performance.now()
    const body = { ...order, reference: `BENCH-${newLocalReference()}` }
    const { caseId } = await this.#ask<{ caseId: string }>(key, '/v1/orders', body)
    this.#sentAt.set(caseId, sentAt)
  }

  /** Reports the arrival of what is registered. @returns how long what is newly cleared has taken */
  async #lookAfter(key: string): Promise<readonly number[]> {
    const [waiting, cleared] = await Promise.all([
      this.#list(key, 'waitingFor=arrival'),
      this.#list(key, 'state=cleared'),
    ])
    for (const { id } of waiting) {
      if (this.#arrived.has(id)) continue
      this.#arrived.add(id)
      this.#post(this.#reportArrival(key, id))
    }
    const now = performance.now()
    return cleared.flatMap(({ id }) => {
      const sentAt = this.#sentAt.get(id)
      this.#sentAt.delete(id)
      return sentAt === undefined ? [] : [now - sentAt]
    })
  }

  async #reportArrival(key: string, caseId: string): Promise<void> {
    const occurredAt = new Date().toISOString()
    const report = { event: 'goods-arrived', occurredAt, source: 'bench carrier' }
    await this.#ask(key, `/v1/cases/${caseId}/transport-events`, report)
  }

  async #list(key: string, filter: string): Promise<readonly CaseLine[]> {
    const path = `/v1/cases?${filter}&limit=${PAGE}`
    return (await this.#ask<{ items: CaseLine[] }>(key, path)).items
  }

  async #ask<T>(key: string, path: string, body?: object): Promise<T> {
    const outcome = await this.#http.send({
      method: body === undefined ? 'GET' : 'POST',
      url: `${this.#options.apiUrl}${path}`,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': newId('request') }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (outcome.kind !== 'answered') throw new Error(`${path}: ${outcome.why}`)
    const text = Buffer.from(outcome.body).toString('utf8')
    if (outcome.status >= 300) throw new Error(`${path}: ${outcome.status} ${text}`)
    return JSON.parse(text) as T
  }
}
