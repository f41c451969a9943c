import { afterAll, beforeAll, expect, it } from 'vitest'

import { createEmptyTestDatabase } from '../../../test/database.ts'
import { openAuthority, OFFICER_TOKEN, type OpenAuthority } from '../../authority/testing/trader.ts'
import { deskClient, type DeskClient } from './desk-client.ts'
import { holdStageParcels } from './stage-rule.ts'

interface Rules {
  readonly rules: readonly { readonly id: string; readonly name: string }[]
}

let authority: OpenAuthority
let desk: DeskClient

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
  desk = deskClient({ url: authority.url, officerToken: OFFICER_TOKEN })
})

afterAll(async () => {
  desk.close()
  await authority.close()
})

it('the rule that holds the parcels of the stage comes once, and not again after officers took it out', async () => {
  const path = '/officers/risk-rules'
  const names = async () => (await desk.get<Rules>(path)).rules.map(({ name }) => name)
  await holdStageParcels(desk)
  await holdStageParcels(desk)
  const held = await names()
  expect(held.filter((name) => name === 'Parcels of the live stage')).toHaveLength(1)

  const { value, tag } = await desk.getTagged<Rules>(path)
  const without = value.rules.filter(({ id }) => id !== 'live-stage-exporter')
  await desk.put(path, { officer: 'Ada', rules: without }, tag)
  await holdStageParcels(desk)
  expect(await names()).toEqual(held.filter((name) => name !== 'Parcels of the live stage'))
})
