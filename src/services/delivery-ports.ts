import { join } from 'node:path'
import type { ClearancePorts } from '../clearance/ports.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import type { SealingKey } from '../platform/sealed-secret.ts'
import { type DeliveryPorts, fileMailer, smtpMailer } from '../tracking/index.ts'

/**
 * What the service process has at hand when it puts the delivery to people and systems together.
 */
export interface DeliverySources {
  readonly config: Config
  readonly clearance: ClearancePorts
  /** Opens the secrets that sign webhooks, and makes the tokens of tracking links in mail. */
  readonly sealingKey: SealingKey
  readonly log: Log
}

/** How webhooks and mail leave; without a mail server, mail is written to files in the data folder. */
export function deliveryPorts({
  config,
  clearance,
  sealingKey,
  log,
}: DeliverySources): DeliveryPorts {
  const { smtpUrl, publicUrl, webhookReach, dataFolder } = config
  const sender = { from: config.mailFrom }
  return {
    database: clearance.database,
    clock: clearance.clock,
    log,
    sealingKey,
    publicUrl,
    reach: webhookReach,
    mailer:
      smtpUrl === undefined
        ? fileMailer(join(dataFolder, 'mail'), sender)
        : smtpMailer(smtpUrl, sender),
  }
}
