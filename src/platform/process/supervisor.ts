import { success, type Result } from '../../customs/result.ts'
import {
  startChildService,
  type ChildService,
  type ChildServiceOptions,
  type ServiceEnd,
} from './child-service.ts'

/** The services of an installation, each in its own process. */
export interface Supervisor {
  /** In the order of their start. */
  readonly services: readonly ChildService[]
  /** Resolves when a service ends that was not asked to. */
  readonly failed: Promise<ServiceEnd>
  /** Stops the services one after the other, the last one first. */
  stop(): Promise<void>
}

/**
 * Starts services one after the other, so that each may rely on those before it: a later one's
 * options are made from the facts of the earlier ones. When one does not start, the others are
 * stopped again. Nothing is restarted: whoever runs the supervisor decides what an end means.
 */
export async function startServices(
  plans: readonly ((earlier: readonly ChildService[]) => ChildServiceOptions)[],
): Promise<Result<Supervisor>> {
  const services: ChildService[] = []
  for (const plan of plans) {
    const started = await startChildService(plan([...services]))
    if (!started.ok) {
      await stopInReverse(services)
      return started
    }
    services.push(started.value)
  }
  let isStopping = false
  const unexpected = services.map(async ({ ended }) => {
    const end = await ended
    // An end that was asked for is none that anybody waits to hear of.
    return isStopping ? new Promise<never>(() => undefined) : end
  })
  return success({
    services,
    failed: Promise.race(unexpected),
    stop: async () => {
      isStopping = true
      await stopInReverse(services)
    },
  })
}

async function stopInReverse(services: readonly ChildService[]): Promise<void> {
  for (const service of [...services].reverse()) await service.stop()
}
