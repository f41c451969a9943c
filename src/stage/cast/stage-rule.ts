import { stageExporter } from '../story/stage-order.ts'
import { stageOfficer } from './cast.ts'
import type { DeskClient } from './desk-client.ts'

const RULE_ID = 'live-stage-exporter'

/**
 * The rule by which the office holds every parcel of the stage's exporter until an officer has looked
 * at it; without one, goods that nothing speaks against are released within moments and nobody sees
 * a desk. It is switched on like any other rule, once, and stays as officers leave it: changed,
 * switched off or removed.
 */
export async function holdStageParcels(desk: DeskClient): Promise<void> {
  const path = '/officers/risk-rules'
  const { sets } = await desk.get<{ sets: readonly object[] }>(`${path}/sets?rule=${RULE_ID}`)
  if (sets.length > 0) return
  const { value, tag } = await desk.getTagged<{ rules: readonly object[] }>(path)
  const order = { officer: stageOfficer, rules: [...value.rules, rule] }
  await desk.put(path, { ...order, reason: 'The live stage was opened.' }, tag)
}

const rule = {
  id: RULE_ID,
  name: 'Parcels of the live stage',
  words: `An officer looks at every entry of ${stageExporter}, so that the live stage has something to show.`,
  condition: {
    consignment: [{ field: 'exporterName', containsOneOf: [stageExporter] }],
  },
  action: 'review',
  weight: 20,
  enabled: true,
  position: 5,
} as const
