import { createServer } from 'node:net'

import { describe, expect, it } from 'vitest'

import { freePort, isPortFree } from './port.ts'

describe('a port', () => {
  it('is free until somebody listens on it', async () => {
    const port = await freePort()
    expect(await isPortFree(port)).toBe(true)
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    expect(await isPortFree(port)).toBe(false)
    await new Promise((resolve) => server.close(resolve))
    expect(await isPortFree(port)).toBe(true)
  })
})
