import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { afterEach, describe, expect, it, vi } from 'vitest'

import type { ChildServiceOptions } from './child-service.ts'
import { isAlive } from './process-identity.ts'
import { startServices, type Supervisor } from './supervisor.ts'

const lines: string[] = []
let supervisor: Supervisor | undefined

afterEach(async () => {
  await supervisor?.stop()
  supervisor = undefined
  lines.length = 0
})

function echo(behaviour: string, options: Partial<ChildServiceOptions> = {}): ChildServiceOptions {
  return {
    name: behaviour,
    entry: join(import.meta.dirname, 'echo-service.fixture.ts'),
    parameters: [behaviour],
    environment: {},
    onLine: (name, line) => void lines.push(`${name}: ${line}`),
    ...options,
  }
}

async function started(...plans: Parameters<typeof startServices>[0]): Promise<Supervisor> {
  const result = await startServices(plans)
  if (!result.ok) throw new Error(JSON.stringify(result.failures))
  supervisor = result.value
  return result.value
}

describe('a supervisor', () => {
  it('hands the facts of a service that is ready to the next one', async () => {
    const { services } = await started(
      () => echo('runs', { name: 'first' }),
      (earlier) => echo('runs', { environment: { ECHO_SECRET: `port ${earlier[0]?.facts.port}` } }),
    )
    expect(services.map(({ facts }) => facts.secret)).toEqual(['', 'port 4711'])
  })

  it('gives a service no variable of ours but those meant for it', async () => {
    vi.stubEnv('LEAK', 'postgres://owner:hunter2@localhost/customs')
    const { services } = await started(() => echo('runs'))
    vi.unstubAllEnvs()
    expect(services[0]?.facts.leaked).toBe('')
  })

  it('lets services close what they have opened, the last one first', async () => {
    const running = await started(
      () => echo('runs', { name: 'first' }),
      () => echo('runs', { name: 'second' }),
    )
    await running.stop()
    expect(
      lines.filter((line) => line.includes('goodbye')).map((line) => line.split(':')[0]),
    ).toEqual(['second', 'first'])
    expect(running.services.map(({ pid }) => isAlive(pid))).toEqual([false, false])
  })

  it('says why a service did not start, and stops those before it', async () => {
    const pids: number[] = []
    const result = await startServices([
      () => echo('runs'),
      (earlier) => {
        pids.push(...earlier.map(({ pid }) => pid))
        return echo('fails')
      },
    ])
    expect(result).toMatchObject({
      ok: false,
      failures: [{ code: 'process-failed', path: 'fails' }],
    })
    expect(!result.ok && result.failures[0].message).toContain('the harbour is closed')
    expect(pids.map(isAlive)).toEqual([false])
  })

  it('gives up on a service that does not become ready', async () => {
    const result = await startServices([() => echo('hangs', { readyTimeLimitMs: 1_500 })])
    expect(!result.ok && result.failures[0].message).toContain('not ready within 1.5 s')
  })

  it('hears of a service that ends by itself', async () => {
    const running = await started(
      () => echo('runs'),
      () => echo('ends'),
    )
    expect(await running.failed).toEqual({ name: 'ends', how: 'code 3' })
  })

  it('puts a service that it killed back in its place, and takes its end for no failure', async () => {
    const running = await started(
      () => echo('runs', { name: 'first' }),
      () => echo('runs', { name: 'second' }),
    )
    let failure: unknown
    void running.failed.then((end) => (failure = end))
    const [first, before] = running.services
    const { end, back } = await running.replace('second', 10)
    expect(end).toEqual({ name: 'second', how: 'SIGKILL' })
    expect(lines.filter((line) => line.includes('goodbye'))).toEqual([])
    const after = await back
    expect(after.pid).not.toBe(before?.pid)
    expect(running.services).toEqual([first, after])
    expect(isAlive(after.pid)).toBe(true)
    expect(failure).toBeUndefined()
    await running.stop()
    expect(isAlive(after.pid)).toBe(false)
  })

  it('does not bring a killed service back once it is stopped', async () => {
    const running = await started(() => echo('runs'))
    const { back } = await running.replace('runs', 60_000)
    const gone = expect(back).rejects.toThrow()
    await running.stop()
    await gone
  })

  it('kills no service that it does not have', async () => {
    const running = await started(() => echo('runs'))
    await expect(running.replace('stranger', 0)).rejects.toThrow('there is no service stranger')
  })

  it('is not outlived by its services when it is killed', async () => {
    const fixture = join(import.meta.dirname, 'supervisor-to-kill.fixture.ts')
    const killed = spawn(process.execPath, ['--import', 'tsx', fixture], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(killed.stdout, 'data')) as [Buffer]
    const pid = Number(line.toString())
    expect(isAlive(pid)).toBe(true)
    killed.kill('SIGKILL')
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 })
  })
})
