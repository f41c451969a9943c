import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'

import { createLog } from '../../platform/log.ts'
import type { Director } from './director.ts'
import { buildStageServer } from './stage-server.ts'

const pageOrigin = 'http://localhost:8080'
const key = { authorization: 'Bearer of-this-start' }

describe("the director's interface", () => {
  let server: FastifyInstance
  let asked: string[]

  beforeEach(() => {
    asked = []
    const director = {
      state: { mode: 'paused' },
      play: (pace: number) => void asked.push(`play ${pace}`),
      step: () => void asked.push('step'),
      pause: () => void asked.push('pause'),
      clear: () => void asked.push('clear'),
      setSwitch: (name: string, wanted: string) => {
        asked.push(`${name} ${wanted}`)
        return Promise.resolve()
      },
    }
    server = buildStageServer({
      director: director as unknown as Director,
      doors: {
        tenantId: 'tenant_1',
        consoleLink: () => Promise.resolve('c'),
        deskLink: () => Promise.resolve('d'),
      },
      ...{ stageKey: 'of-this-start', pageOrigin },
      log: createLog({ name: 'test', level: 'silent' }),
    })
  })

  it('does nothing for whoever has no key, or that of an earlier start', async () => {
    for (const headers of [{}, { authorization: 'Bearer of-an-earlier-start' }]) {
      for (const url of ['/stage/step', '/stage/console-links', '/stage/desk-links']) {
        expect((await server.inject({ method: 'POST', url, headers })).statusCode).toBe(401)
      }
    }
    expect(asked).toEqual([])
  })

  it('lets the page of the stage ask, and no other', async () => {
    const preflight = (origin: string) =>
      server.inject({ method: 'OPTIONS', url: '/stage/play', headers: { origin } })
    const ours = await preflight(pageOrigin)
    expect(ours.headers['access-control-allow-origin']).toBe(pageOrigin)
    expect(ours.headers['access-control-allow-headers']).toContain('authorization')
    const others = await preflight('https://elsewhere.example')
    expect(others.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('passes on what the page asks for, and refuses what it does not know', async () => {
    const post = (url: string, payload?: object) =>
      server.inject({ method: 'POST', url, headers: key, ...(payload && { payload }) })
    await post('/stage/step')
    await post('/stage/play', { pace: 2 })
    await post('/stage/pause')
    await post('/stage/clear')
    const url = '/stage/switches/kill-worker'
    await server.inject({ method: 'PUT', url, headers: key, payload: { wanted: 'on' } })
    expect(asked).toEqual(['step', 'play 2', 'pause', 'clear', 'kill-worker on'])
    expect((await post('/stage/play', { pace: 100 })).statusCode).toBe(400)
    const unknown = { method: 'PUT', url: '/stage/switches/set-fire', headers: key } as const
    expect((await server.inject({ ...unknown, payload: { wanted: 'on' } })).statusCode).toBe(400)
  })

  it('hands out links that nobody may keep', async () => {
    for (const [url, link] of [
      ['/stage/console-links', 'c'],
      ['/stage/desk-links', 'd'],
    ] as const) {
      const answer = await server.inject({ method: 'POST', url, headers: key })
      expect(answer.json()).toEqual({ url: link })
      expect(answer.headers['cache-control']).toBe('no-store')
    }
  })

  it('says whose console it shows, so that nobody signs in for nothing', async () => {
    const answer = await server.inject({ url: '/stage/house', headers: key })
    expect(answer.json()).toEqual({ tenantId: 'tenant_1' })
  })
})
