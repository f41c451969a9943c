import { createLog, type Log, type LogLevel } from '../log.ts'
import { createShutdown, shutDownOnSignals, type Shutdown } from './shutdown.ts'

/** Facts for the other processes, such as the port that a service listens on. */
export type ServiceFacts = Readonly<Record<string, string | number>>

/** What a service tells the process that started it: that it can be used, or why not. */
export type ServiceMessage =
  | { readonly kind: 'ready'; readonly facts: ServiceFacts }
  | { readonly kind: 'failed'; readonly why: string }

/** What a service is given to open itself with. */
export interface ServiceContext {
  readonly log: Log
  readonly shutdown: Shutdown
}

/** A service and how it opens. */
export interface ServiceOptions {
  readonly name: string
  readonly logLevel: LogLevel
  /** Opens everything, registers it with the shutdown, and returns what others should know. */
  readonly open: (context: ServiceContext) => Promise<ServiceFacts>
}

/**
 * The main function of a service process, whether it was started by hand or by a supervisor. It
 * reports readiness, shuts down in order, and never outlives its supervisor: when that is killed,
 * the channel between them breaks and the service ends.
 */
export async function runService({ name, logLevel, open }: ServiceOptions): Promise<void> {
  const log = createLog({ name, level: logLevel })
  const shutdown = createShutdown({ log })
  const isSupervised = process.send !== undefined
  // Ctrl-C reaches the whole process group; the supervisor then ends its services in order.
  shutDownOnSignals(shutdown, isSupervised ? ['SIGTERM'] : ['SIGTERM', 'SIGINT'])
  if (isSupervised) process.on('SIGINT', () => undefined)
  process.on('disconnect', () => {
    void shutdown.run('the supervisor has gone').finally(() => process.exit(1))
  })
  try {
    const facts = await open({ log, shutdown })
    process.send?.({ kind: 'ready', facts } satisfies ServiceMessage)
  } catch (error) {
    log.fatal({ err: error }, `${name} did not start`)
    const why = error instanceof Error ? error.message : String(error)
    process.send?.({ kind: 'failed', why } satisfies ServiceMessage)
    await shutdown.run('the start failed').catch(() => undefined)
    process.exit(1)
  }
}
