import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestInstallation } from './test-installation.ts'

/** A broker who takes declarations as files and has the authority's own interface behind it. */
export interface BrokerOfFiles {
  /** Every file that it took, by name and in the order of taking. */
  readonly taken: readonly string[]
  stop(): Promise<void>
}

const TOKEN = 'token-of-the-broker-of-files-0123456789abcdef'

const pathOf: Readonly<Record<string, string>> = {
  declaration: '/customs/declarations',
  arrival: '/customs/declarations/arrival-notification',
  amendment: '/customs/declarations/amend',
  cancellation: '/customs/declarations/cancellation-requests',
}

/**
 * Carries files of a folder to the sandbox authority, and its notifications back as files: each twice
 * and the later ones first, as a careless carrier does.
 */
export async function startBrokerOfFiles(
  { authorityUrl, officer }: Pick<TestInstallation, 'authorityUrl' | 'officer'>,
  folders: { readonly toAuthority: string; readonly fromAuthority: string },
): Promise<BrokerOfFiles> {
  await officer('PUT', '/officers/applications/broker-of-files', { name: 'Broker', token: TOKEN })
  const gone = join(folders.toAuthority, 'taken')
  await mkdir(gone, { recursive: true })
  const taken: string[] = []
  const state = { isStopping: false }
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${authorityUrl}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        accept: 'application/vnd.hmrc.1.0+xml',
        'content-type': 'application/xml; charset=UTF-8',
      },
    })

  const carryOut = async (): Promise<void> => {
    const names = (await readdir(folders.toAuthority)).filter((name) => name.endsWith('.xml'))
    for (const name of names.filter((one) => !one.startsWith('.'))) {
      const kind = name.split('.').at(-2) ?? ''
      const path = join(folders.toAuthority, name)
      const answer = await ask(pathOf[kind] ?? '/', { method: 'POST', body: await readFile(path) })
      if (answer.status !== 202) throw new Error(`${name}: ${await answer.text()}`)
      await rename(path, join(gone, name))
      taken.push(name)
    }
  }
  const carryBack = async (): Promise<void> => {
    const list = await (await ask('/notifications/unpulled')).text()
    const paths = [...list.matchAll(/rel="notification"[^>]*href="([^"]+)"/g)].map(([, at]) => at!)
    for (const path of paths.toReversed()) {
      const body = await (await ask(path)).text()
      const name = `${path.split('/').at(-1)!}.xml`
      for (const copy of [name, `again-${name}`]) {
        const unfinished = join(folders.fromAuthority, `.${copy}.part`)
        await writeFile(unfinished, body)
        await rename(unfinished, join(folders.fromAuthority, copy))
      }
    }
  }
  const run = async (): Promise<void> => {
    while (!state.isStopping) {
      await carryOut()
      await carryBack()
      await sleep(150)
    }
  }
  const running = run()
  running.catch(() => undefined)
  return {
    taken,
    stop: async () => {
      state.isStopping = true
      await running
    },
  }
}
