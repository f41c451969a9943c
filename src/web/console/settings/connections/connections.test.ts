import { describe, expect, it } from 'vitest'

import type { AuthorityConnectionView } from '../../../../api/authority-connections.ts'
import { endsSoon, needsSomebody } from './connections.ts'

const connection = (changes: Partial<AuthorityConnectionView>): AuthorityConnectionView => ({
  ...{ channel: 'uk-cds', state: 'connected', canConnect: true, waitingMessages: 0 },
  ...changes,
})

describe('a connection to an authority', () => {
  it('needs somebody once it has ended, or while messages wait for it', () => {
    expect(needsSomebody(connection({}))).toBe(false)
    expect(needsSomebody(connection({ state: 'ended' }))).toBe(true)
    expect(needsSomebody(connection({ state: 'not-connected' }))).toBe(false)
    expect(needsSomebody(connection({ state: 'not-connected', waitingMessages: 2 }))).toBe(true)
  })

  it('is told to end soon within its last month', () => {
    const expiresAt = '2026-10-15T00:00:00.000Z' as NonNullable<
      AuthorityConnectionView['expiresAt']
    >
    const at = (day: string) => Date.parse(`${day}T00:00:00.000Z`)
    expect(endsSoon(connection({ expiresAt }), at('2026-09-01'))).toBe(false)
    expect(endsSoon(connection({ expiresAt }), at('2026-09-20'))).toBe(true)
    expect(endsSoon(connection({ expiresAt, state: 'ended' }), at('2026-09-20'))).toBe(false)
  })
})
