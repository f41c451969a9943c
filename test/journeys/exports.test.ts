import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  conversationOf,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from '../../src/authority/testing/trader.ts'
import { handWrittenMovement } from '../../src/authority/testing/hand-written-export.ts'
import { deriveStanding } from '../../src/customs/formats/uk-cds/derive-standing.ts'
import { readNotification } from '../../src/customs/formats/uk-cds/read-notification.ts'
import { createEmptyTestDatabase } from '../database.ts'
import { exampleOrder } from '../shipped-examples.ts'
import { run } from '../terminal.ts'

describe('an order that leaves Great Britain', () => {
  let authority: OpenAuthority
  beforeAll(async () => {
    authority = await openAuthority({ database: await createEmptyTestDatabase() })
  })
  afterAll(() => authority.close())

  it('is declared, presented, let go and gone, and so it is read on our side', async () => {
    const stdin = JSON.stringify(await exampleOrder('shop-gb-us'))
    const profile = ['--profile', 'examples/trader-profile-platform.json']
    const words = ['declare', '--format', 'uk-cds-b1', '--on', '2026-09-10', '--lrn', 'HW-LEAVES']
    const declared = await run([...words, ...profile], { stdin })
    expect(declared).toMatchObject({ exitCode: 0, stderr: '' })
    const response = await authority.send('/customs/declarations', declared.stdout)
    expect(response.status, await response.clone().text()).toBe(202)
    const conversation = conversationOf(response)
    await authority.notifications(conversation, '02')

    const [, ducr = ''] = /<ID>([^<]+)<\/ID>\s*<TypeCode>DCR/.exec(declared.stdout) ?? []
    for (const [code, until] of [
      ['EAL', '09'],
      ['EDL', '16'],
    ] as const) {
      const moved = await authority.send(
        '/customs/inventory-linking/exports',
        handWrittenMovement(code, { ducr }),
      )
      expect(moved.status).toBe(202)
      await authority.notifications(conversation, until)
    }
    const heard = await authority.notifications(conversation, '16')
    expect(heard.map(functionCode)).toEqual(['02', '01', '09', '16'])
    const notifications = heard.map((body) => {
      const read = readNotification(Buffer.from(body))
      if (!read.ok) throw new Error(read.failures[0].message)
      return read.value
    })
    expect(deriveStanding(notifications.toReversed())).toMatchObject({
      ...{ lrn: 'HW-LEAVES', state: 'exited', unfit: [] },
    })
  })
})
