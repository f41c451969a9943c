import { setTimeout as sleep } from 'node:timers/promises'
import { compareBooks } from './exchange-violations.ts'
import { clearOrder, newOrder, routes, type SentOrder } from './order-journey.ts'
import { compareLetters, writeAbout } from './proof-letters.ts'
import type { SeededChoice } from './seeded-choice.ts'
import { settle } from './settle.ts'
import { type TakeOver, takeOversAfter, type WorkerKill } from './take-overs.ts'
import type { ProofWorker, TwoWorkerInstallation } from './two-worker-installation.ts'
import type { Mischief, UnrulyWire } from './unruly-wire.ts'
import { violations } from './violations.ts'

export interface ExchangeProofPlan {
  /** For how long orders come in and the wires are unruly. */
  readonly loadMs: number
  /** Between two orders. */
  readonly orderEveryMs: number
  /** Between two kills; the first comes after half of it. */
  readonly killEveryMs: number
  /** For how long a killed worker is away: longer than the other one may take to take over. */
  readonly awayMs: number
  /** Between two black-outs of the line to the authority, each a third of the way after a kill. */
  readonly blackOutMs: number
}

export interface ExchangeReport {
  readonly orders: number
  readonly kills: number
  readonly takeOvers: readonly TakeOver[]
  readonly mischief: {
    readonly requests: Readonly<Partial<Record<Mischief, number>>>
    readonly letters: Readonly<Partial<Record<Mischief, number>>>
    readonly pushes: Readonly<Partial<Record<Mischief, number>>>
  }
  /** The most requests of both workers together within any second, about declarations. */
  readonly mostInASecond: number
  /** The same of letters, which have a limit of their own. */
  readonly mostLettersInASecond: number
  readonly notifications: number
  /** Both ways, as the authority has them. */
  readonly letters: number
  /** Submissions that came to the authority more often than once, and that it refused. */
  readonly repeats: number
  readonly settledAfterSeconds: number
  readonly violations: readonly string[]
}

/** Twice the longest pause of the authority's between two pushes, which is 150 s. */
const SETTLE_LIMIT_MS = 300_000
const LOOK_AGAIN_MS = 1_000
const MOST_UNDER_WAY = 60
/** One order in so many is written about as well. */
const ONE_WITH_LETTERS_IN = 3

/** Sends orders through two workers while the lines break and the workers are killed in turn. */
export class ExchangeProof {
  readonly #installation: TwoWorkerInstallation
  readonly #choice: SeededChoice
  readonly #tell: (line: string) => void
  readonly #orders: SentOrder[] = []
  readonly #failures: string[] = []
  readonly #kills: WorkerKill[] = []
  readonly #otherPids = new Map<number, number>()

  constructor(
    installation: TwoWorkerInstallation,
    choice: SeededChoice,
    tell: (line: string) => void,
  ) {
    this.#installation = installation
    this.#choice = choice
    this.#tell = tell
  }

  async run(plan: ExchangeProofPlan): Promise<ExchangeReport> {
    for (const wire of this.#wires) wire.be('unruly')
    const endAt = performance.now() + plan.loadMs
    const journeys = new Set<Promise<void>>()
    await Promise.all([this.#sendOrders(plan, endAt, journeys), this.#killInTurn(plan, endAt)])
    for (const wire of this.#wires) wire.be('calm')
    this.#tell(`${this.#orders.length} orders sent, ${journeys.size} still under way`)
    const begun = performance.now()
    await Promise.all(journeys)
    const open = await settle(this.#installation, this.#orders, SETTLE_LIMIT_MS)
    const settledAfterSeconds = (performance.now() - begun) / 1_000
    return this.#report(settledAfterSeconds, open)
  }

  get #wires(): readonly UnrulyWire[] {
    const { workers, pushes } = this.#installation
    return [...workers.flatMap(({ wire, letters }) => [wire, letters]), pushes]
  }

  async #sendOrders(
    { orderEveryMs }: ExchangeProofPlan,
    endAt: number,
    journeys: Set<Promise<void>>,
  ): Promise<void> {
    while (performance.now() < endAt) {
      if (journeys.size < MOST_UNDER_WAY) {
        const order = await newOrder(this.#installation, this.#choice.among(routes))
        this.#orders.push(order)
        const journey = this.#accompany(order, this.#orders.length % ONE_WITH_LETTERS_IN === 1)
          .catch((error: unknown) => {
            this.#failures.push(`${order.order.reference}: ${String(error)}`)
          })
          .finally(() => journeys.delete(journey))
        journeys.add(journey)
      }
      await sleep(orderEveryMs)
    }
  }

  async #accompany(order: SentOrder, isWrittenAbout: boolean): Promise<void> {
    const cleared = clearOrder(order, LOOK_AGAIN_MS)
    if (!isWrittenAbout) return cleared
    const written = writeAbout(this.#installation, order, LOOK_AGAIN_MS)
    await Promise.all([cleared, written])
  }

  async #killInTurn(plan: ExchangeProofPlan, endAt: number): Promise<void> {
    const [first, second] = this.#installation.workers
    await sleep(plan.killEveryMs / 2)
    for (let turn = 0; performance.now() + plan.awayMs < endAt; turn += 1) {
      const [victim, other] = turn % 2 === 0 ? [first, second] : [second, first]
      const beganAt = performance.now()
      if (!(await this.#killInTheMiddle(victim, { other, giveUpAt: endAt }))) return
      await sleep(plan.awayMs)
      await victim.startAgain()
      if (plan.blackOutMs > 0) await this.#blackOut(plan.blackOutMs)
      await sleep(Math.max(0, plan.killEveryMs - (performance.now() - beganAt)))
    }
  }

  /**
   * Kills a worker with a submission under way, before or after that has come to the authority.
   *
   * @returns whether it has submitted anything before the end
   */
  async #killInTheMiddle(
    victim: ProofWorker,
    { other, giveUpAt }: { readonly other: ProofWorker; readonly giveUpAt: number },
  ): Promise<boolean> {
    const when = this.#choice.among(['before', 'after'] as const)
    const killed = new Promise<true>((resolve) => {
      victim.wire.ambushNext(when, async () => {
        this.#otherPids.set(victim.pid, other.pid)
        this.#kills.push({ pid: victim.pid, at: new Date() })
        await victim.kill()
        resolve(true)
      })
    })
    const isKilled = await Promise.race([killed, sleep(giveUpAt - performance.now(), false)])
    if (isKilled) this.#tell(`killed a worker ${when} its submission came to the authority`)
    return isKilled
  }

  async #blackOut(milliseconds: number): Promise<void> {
    const wires = this.#installation.workers.flatMap(({ wire, letters }) => [wire, letters])
    await Promise.all(wires.map((wire) => wire.blackOut(milliseconds)))
    this.#tell(`the line to the authority was dead for ${milliseconds / 1_000} s`)
  }

  async #report(settledAfterSeconds: number, open: readonly string[]): Promise<ExchangeReport> {
    const { workers, pushes } = this.#installation
    const requests = workers.flatMap(({ wire }) => wire.requests)
    const letters = workers.flatMap((worker) => worker.letters.requests)
    const [kills, otherPids] = [this.#kills, this.#otherPids]
    const takeOvers = await takeOversAfter(this.#installation, this.#orders, { kills, otherPids })
    const books = await compareBooks(this.#installation, this.#orders)
    const written = await compareLetters(this.#installation)
    const broken = open.length > 0 ? open : await violations(this.#installation, this.#orders)
    return {
      ...{ orders: this.#orders.length, kills: kills.length, takeOvers, settledAfterSeconds },
      mischief: {
        ...{ requests: countsOf(requests), letters: countsOf(letters) },
        pushes: countsOf(pushes.requests),
      },
      mostInASecond: mostWithinASecond(requests.map(({ at }) => at)),
      mostLettersInASecond: mostWithinASecond(letters.map(({ at }) => at)),
      ...{ notifications: books.notifications, repeats: books.repeats, letters: written.letters },
      violations: [...this.#failures, ...books.violations, ...written.violations, ...broken],
    }
  }
}

function countsOf(
  requests: readonly { readonly mischief: Mischief }[],
): Readonly<Partial<Record<Mischief, number>>> {
  const counts: Partial<Record<Mischief, number>> = {}
  for (const { mischief } of requests) counts[mischief] = (counts[mischief] ?? 0) + 1
  return counts
}

function mostWithinASecond(moments: readonly number[]): number {
  const sorted = moments.toSorted((one, other) => one - other)
  let [most, first] = [0, 0]
  for (const [index, at] of sorted.entries()) {
    while (sorted[first]! <= at - 1_000) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
