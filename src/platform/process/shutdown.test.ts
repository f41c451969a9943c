import { describe, expect, it } from 'vitest'

import { createLog } from '../log.ts'
import { createShutdown } from './shutdown.ts'

const log = createLog({ level: 'silent', name: 'test' })

describe('a shutdown', () => {
  it('closes what was opened last first, each after the one before', async () => {
    const events: string[] = []
    const shutdown = createShutdown({ log })
    for (const name of ['database', 'server', 'workers']) {
      shutdown.add(name, async () => {
        events.push(`closing ${name}`)
        await Promise.resolve()
        events.push(`closed ${name}`)
      })
    }
    await shutdown.run('test')
    expect(events).toEqual(
      ['workers', 'server', 'database'].flatMap((name) => [`closing ${name}`, `closed ${name}`]),
    )
  })

  it('goes on when a part does not close', async () => {
    const closed: string[] = []
    const shutdown = createShutdown({ log })
    shutdown.add('database', () => void closed.push('database'))
    shutdown.add('server', () => Promise.reject(new Error('stuck')))
    await shutdown.run('test')
    expect(closed).toEqual(['database'])
  })

  it('runs once, however often it is asked for, and says so by its signal', async () => {
    let count = 0
    const shutdown = createShutdown({ log })
    shutdown.add('server', () => void (count += 1))
    expect(shutdown.signal.aborted).toBe(false)
    await Promise.all([shutdown.run('one'), shutdown.run('two')])
    expect(shutdown.signal.aborted).toBe(true)
    expect(count).toBe(1)
  })

  it('gives up after its time limit', async () => {
    const shutdown = createShutdown({ log, timeLimitMs: 50 })
    shutdown.add('server', () => new Promise(() => undefined))
    await expect(shutdown.run('test')).rejects.toThrow('longer than 50 ms')
  })
})
