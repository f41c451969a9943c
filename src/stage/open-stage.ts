import type { Log } from '../platform/log.ts'
import { systemClock } from '../platform/clock.ts'
import { newSecret } from '../platform/ids.ts'
import { type AuthorityDesk, openDefermentAccount } from '../start/authority-desk.ts'
import { journeyClient } from '../start/journey-client.ts'
import { openSampleTenant, sampleShop } from '../start/sample-tenant.ts'
import { createCast } from './cast/cast.ts'
import { deskClient } from './cast/desk-client.ts'
import { personClient } from './cast/person-client.ts'
import { stageDoors } from './cast/sign-in.ts'
import { holdStageParcels } from './cast/stage-rule.ts'
import { openStagePeople } from './cast/stage-people.ts'
import { Director } from './director/director.ts'
import type { Machinery } from './director/faults.ts'
import { buildStageServer } from './director/stage-server.ts'

/** The installation as the stage needs it. */
export interface StageSurroundings {
  readonly dataFolder: string
  readonly appUrl: string
  /** Where the interface is reached from this machine. */
  readonly apiUrl: string
  /** Where browsers reach it; the page of the stage is served there. */
  readonly publicUrl: string
  readonly authority: AuthorityDesk
  readonly machinery: Machinery
  /** Where the director listens on this machine. */
  readonly port: number
  readonly log: Log
}

/** A stage that is open. */
export interface Stage {
  /** The link to the page, with the key behind the `#`; a secret of whoever started it. */
  readonly link: string
  close(): Promise<void>
}

const KEY_BYTES = 24
const MOST_ON_ACCOUNT_GBP = '1000000.00'

/**
 * Opens the live stage: its people, the director and the small interface that the page conducts it
 * by. The business on it is the sample shop, so that whoever has come in there sees its console in
 * the middle pane and needs no other session.
 */
export async function openStage(surroundings: StageSurroundings): Promise<Stage> {
  const { apiUrl, publicUrl, authority, machinery, port, log } = surroundings
  const desk = deskClient(authority)
  const tenant = await openSampleTenant(sampleShop, surroundings)
  await holdStageParcels(desk)
  const { deferment, declarant } = tenant.profile
  if (deferment !== undefined) {
    await openDefermentAccount(authority, {
      ...{ number: deferment.accountNumber, holderEori: deferment.holderEori },
      ...{ name: declarant.name, limitGbp: MOST_ON_ACCOUNT_GBP },
    })
  }
  const owner = journeyClient(apiUrl, tenant.apiKey)
  const { shopKey, carrierKey, brokerId } = await openStagePeople(surroundings.dataFolder, owner)
  const clients = {
    shop: journeyClient(apiUrl, shopKey),
    carrier: journeyClient(apiUrl, carrierKey),
    broker: await personClient({ owner, personId: brokerId, apiUrl, publicUrl }),
    desk,
  }
  const director = new Director({ cast: createCast(clients), machinery, clock: systemClock })
  const stageKey = newSecret(KEY_BYTES)
  const server = buildStageServer({
    ...{ director, stageKey, log, pageOrigin: new URL(publicUrl).origin },
    doors: stageDoors({ tenantId: tenant.tenantId, owner, desk, brokerId }),
  })
  await server.listen({ host: '127.0.0.1', port })
  return {
    link: `${publicUrl}/stage#${stageKey}.${port}`,
    close: async () => {
      await director.close()
      await server.close()
      for (const client of [owner, ...Object.values(clients)]) client.close()
    },
  }
}
