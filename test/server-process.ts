import type { ChildProcess } from 'node:child_process'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const LOOKS_MAX = 200
const LOOK_EVERY_MS = 50

/** Waits until a server that was just started lets somebody in on its port. */
export async function listensOn(port: number, server: ChildProcess): Promise<void> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    if (await isOpen(port)) return
    await sleep(LOOK_EVERY_MS)
  }
  throw new Error('the server does not listen')
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    const found = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => found(true)).once('error', () => found(false))
  })
}

/** Asks a server to end and waits until it has. */
export async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}
