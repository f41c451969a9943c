import { describe, expect, it } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { chooseChannel } from './choose-channel.ts'

describe('the channel of a business', () => {
  const tenantId = newId('tenant')
  const channels = [
    { name: 'broker-sftp' },
    { name: 'house-folder', businesses: [newId('tenant')] },
    { name: 'own-folder', businesses: [tenantId] },
  ]
  const choose = (channel?: string) =>
    chooseChannel({ tenantId, channels, profile: channel === undefined ? {} : { channel } })

  it('is HMRC’s own interface unless another is chosen', () => {
    expect(choose()).toEqual({ ok: true, value: 'uk-cds' })
    expect(choose('broker-sftp')).toEqual({ ok: true, value: 'broker-sftp' })
    expect(choose('own-folder')).toEqual({ ok: true, value: 'own-folder' })
  })

  it.each(['nowhere', 'house-folder'])(
    'cannot be %s, which is not open to it, and it is told which are',
    (channel) => {
      const chosen = choose(channel)
      expect(chosen).toMatchObject({
        ok: false,
        failures: [
          {
            path: '/profile/channel',
            mend: 'Choose one of: uk-cds, broker-sftp, own-folder.',
          },
        ],
      })
    },
  )
})
