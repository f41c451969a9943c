import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { fastify, type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { servePages } from './serve-pages.ts'

let folder: string
let server: FastifyInstance

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidewaiter-pages-'))
  await mkdir(join(folder, 'assets'))
  server = fastify()
  await servePages(server, {
    applications: [
      { name: 'console', routes: ['/console', '/console/*'], framedBy: ['http://localhost:1'] },
      { name: 'tracking', routes: ['/track/:token'], listed: 'no' },
    ],
    route: {},
    folder,
  })
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function build(): Promise<void> {
  for (const name of ['console', 'tracking']) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'index.html'), `<title>${name}</title>`)
  }
  await writeFile(join(folder, 'assets', 'main-1.js'), 'go()')
  await writeFile(join(folder, 'manifest.json'), '{}')
}

test('shows one page at all addresses of an application, anew each time', async () => {
  await build()
  for (const url of ['/console', '/console/', '/console/cases/case_1?embed=1']) {
    const answer = await server.inject(url)
    expect(answer.body).toBe('<title>console</title>')
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache' })
  }
})

test('lets scripts come from its own server only, and says who may frame a page', async () => {
  await build()
  const { headers } = await server.inject('/console/')
  expect(headers['content-security-policy']).toContain("script-src 'self';")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self' http://localhost:1")
})

test('keeps search engines away from an address that is a secret', async () => {
  await build()
  expect((await server.inject('/track/abc')).headers['x-robots-tag']).toBe('noindex')
  expect((await server.inject('/console/')).headers['x-robots-tag']).toBeUndefined()
})

test('has scripts kept for ever, and gives out nothing beside them', async () => {
  await build()
  const script = await server.inject('/assets/main-1.js')
  expect(script.body).toBe('go()')
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const url of [
    '/assets/none.js',
    '/assets/',
    '/assets/..',
    '/assets/../manifest.json',
    '/assets/%2e%2e/manifest.json',
    '/assets/..%2fmanifest.json',
    '/assets/..%2fconsole%2findex.html',
    '/assets/.%2fmain-1.js',
    '/assets/main-1.js%00',
  ]) {
    const { statusCode, headers } = await server.inject(url)
    expect([url, statusCode, headers['cache-control']]).toEqual([url, 404, undefined])
  }
})

test('says what to do while the pages are not built', async () => {
  const answer = await server.inject('/console/')
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('bin/build-web.mjs')
})
