import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import { removeEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'

export interface StartEnd {
  readonly code: number | null
  readonly output: string
}

/** Starts `npm start -- --once` on a data folder of its own, and kills it when told to. */
export class RestartProof {
  readonly #dataFolder: string

  private constructor(dataFolder: string) {
    this.#dataFolder = dataFolder
  }

  static async prepare(): Promise<RestartProof> {
    return new RestartProof(await mkdtemp(join(tmpdir(), 'tidewaiter-restarts-')))
  }

  /** How long a start takes from its beginning to its good end. */
  async undisturbedMs(): Promise<number> {
    const begin = performance.now()
    const { code, output } = await ended(this.#start())
    if (code !== 0) throw new Error(`an undisturbed start ended with ${code}: ${output}`)
    return performance.now() - begin
  }

  /** Kills a start with everything in its process group, then lets a second one run to its end. */
  async killAndStartAgain(killAfterMs: number): Promise<StartEnd> {
    const doomed = this.#start()
    const end = ended(doomed)
    await Promise.race([sleep(killAfterMs), end])
    killGroup(doomed)
    await end
    return ended(this.#start())
  }

  async remove(): Promise<void> {
    await removeEmbeddedPostgres(this.#dataFolder)
  }

  /** A process group of its own, so that the kill reaches all that it has started and not us. */
  #start(): ChildProcess {
    return spawn(process.execPath, [join(checkoutFolder, 'bin', 'start.mjs'), '--once'], {
      cwd: checkoutFolder,
      detached: true,
      env: { ...withoutSettings(process.env), TIDEWAITER_DATA: this.#dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }
}

/** A database of its own and the defaults of everything else, whatever is set for this process. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const entries = Object.entries(environment)
  return Object.fromEntries(
    entries.filter(([name]) => !/^(?:TIDEWAITER|DATABASE|AUTHORITY)_/.test(name)),
  )
}

function killGroup({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return
  process.kill(-pid, 'SIGKILL')
}

async function ended(child: ChildProcess): Promise<StartEnd> {
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => output.push(chunk.toString()))
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output: output.join('') }
}
