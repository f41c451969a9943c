import { setTimeout as sleep } from 'node:timers/promises'
import type { KillableInstallation } from './killable-installation.ts'
import { type KillPoint, nameOf } from './kill-point.ts'
import { clearOrder, newOrder, type Route, type SentOrder } from './order-journey.ts'
import { settle } from './settle.ts'
import { Trail } from './trail.ts'
import type { ArmedTrap } from './trap.ts'
import { violations } from './violations.ts'

/** A kill, and the way of the order in whose course it happens. */
export interface PlannedKill {
  readonly route: Route
  readonly point: KillPoint
}

export interface KillReport {
  readonly kills: number
  /** Planned kills whose moment did not come in the course of their order. */
  readonly notReached: readonly PlannedKill[]
  /** One sentence for everything that was lost, done twice or left undone. */
  readonly violations: readonly string[]
}

/** Longer than the longest pause of the authority's between two pushes, which is 150 s. */
const SETTLE_LIMIT_MS = 240_000
/** Journeys that go on while the next kill is set up. */
const MOST_UNDER_WAY = 16
/** What a process still does for an order after its release. */
const AFTERWARDS_MS = 3_000

/** Kills processes in the course of orders and looks whether that has made any difference. */
export class KillProof {
  readonly #installation: KillableInstallation
  readonly #orders: SentOrder[] = []

  constructor(installation: KillableInstallation) {
    this.#installation = installation
  }

  /** How many orders have gone through until now. */
  get orders(): number {
    return this.#orders.length
  }

  /** Takes an order along a route undisturbed and notes every point at which it can be killed. */
  async pointsOn(route: Route): Promise<readonly KillPoint[]> {
    const order = await this.#newOrder(route)
    const followed = this.#installation.trap.arm(new Trail(order.tenant.tenantId))
    await clearOrder(order)
    const broken = await this.#whatIsWrong([order])
    followed.disarm()
    if (broken.length > 0) throw new Error(`an undisturbed order: ${broken.join('; ')}`)
    return followed.moments.points()
  }

  /**
   * Kills one process after the other, each in the course of a new order, while the orders before
   * still recover from theirs. Then everything has to settle and to be as if nothing had happened.
   */
  async run(plan: readonly PlannedKill[], tell: (line: string) => void): Promise<KillReport> {
    const killsBefore = this.#installation.kills()
    const orders: SentOrder[] = []
    const failures: string[] = []
    const notReached: PlannedKill[] = []
    const underWay = new Set<Promise<void>>()
    for (const [index, planned] of plan.entries()) {
      const order = await this.#newOrder(planned.route)
      orders.push(order)
      const trail = new Trail(order.tenant.tenantId)
      const armed = this.#installation.trap.arm(trail, planned.point)
      const journey = clearOrder(order).catch((error: unknown) => {
        failures.push(`${describe(planned)}: ${String(error)}`)
      })
      underWay.add(journey)
      void journey.finally(() => underWay.delete(journey))
      const outcome = await outcomeOf(armed, journey)
      if (outcome === 'not reached') notReached.push(planned)
      const times = armed.moments.timesOf(planned.point)
      const seen = outcome === 'killed' ? outcome : `${outcome}, it came ${times} times`
      tell(`${index + 1}/${plan.length} ${describe(planned)}: ${seen}`)
      while (underWay.size > MOST_UNDER_WAY) await Promise.race(underWay)
    }
    await Promise.all(underWay)
    return {
      kills: this.#installation.kills() - killsBefore,
      notReached,
      violations: [...failures, ...(await this.#whatIsWrong(orders))],
    }
  }

  async #newOrder(route: Route): Promise<SentOrder> {
    const order = await newOrder(this.#installation, route)
    this.#orders.push(order)
    return order
  }

  /** What has not settled, or else everything that does not hold of all orders until now. */
  async #whatIsWrong(lately: readonly SentOrder[]): Promise<readonly string[]> {
    const open = await settle(this.#installation, lately, SETTLE_LIMIT_MS)
    return open.length > 0 ? open : violations(this.#installation, this.#orders)
  }
}

async function outcomeOf(
  { sprung, replaced, disarm }: ArmedTrap,
  journey: Promise<void>,
): Promise<'killed' | 'not reached'> {
  const outcome = await Promise.race([
    sprung.then(() => 'killed' as const),
    journey.then(() => sleep(AFTERWARDS_MS)).then(() => 'not reached' as const),
  ])
  disarm()
  if (outcome === 'killed') await replaced
  return outcome
}

export function describe({ route, point }: PlannedKill): string {
  return `${nameOf(point)} (declared by the ${route.declaredBy}, arriving ${route.arrives})`
}
