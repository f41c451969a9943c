import { spawn } from 'node:child_process'

import type { ServerAccount } from './server-account.ts'

/** What came of a program that has ended. */
export interface Finished {
  /** The exit code, or -1 when the program could not be run or was killed. */
  readonly code: number
  /** What it wrote to both its outputs. */
  readonly output: string
}

/** The environment of the server's programs: nothing of ours, above all no `PG...` variables. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const

/**
 * Runs a program to its end as the server's account. It starts in `/`, because our own working
 * directory may be closed to that account.
 */
export function runAs(
  account: ServerAccount,
  program: string,
  parameters: readonly string[],
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      ...account.switchTo,
      cwd: '/',
      env: serverEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve({ code: -1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
  })
}
