import { join } from 'node:path'
import { env } from 'node:process'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { newSecret } from '../platform/ids.ts'
import { readIfThere, writePrivateFile } from '../platform/private-file.ts'
import { runService } from '../platform/process/index.ts'
import { startAuthority } from './start-authority.ts'

/** Where the officers' token is kept: made at the first start, readable to its owner only. */
const OFFICER_TOKEN_FILE = 'authority-officer-token'

const config = readConfig(env)

/** Runs the authority as a process of its own, with a database of its own. */
await runService({
  name: 'authority',
  logLevel: config.ok ? config.value.logLevel : 'info',
  open: async ({ log, shutdown }) => {
    if (!config.ok) throw new Error(config.failures.map(({ message }) => message).join(' '))
    const { authorityDatabaseUrl: databaseUrl, authorityPort, dataFolder } = config.value
    const { authorityPublicUrl: deskUrl, deskFramedBy, trustedProxies } = config.value
    if (databaseUrl === undefined) {
      throw new Error('AUTHORITY_DATABASE_URL must name the database of the authority.')
    }
    const authority = await startAuthority({
      databaseUrl,
      port: authorityPort,
      clock: systemClock,
      log,
      officerToken: await officerToken(dataFolder),
      deskUrl,
      trustedProxies,
      ...(deskFramedBy === undefined ? {} : { deskFramedBy }),
    })
    if (!authority.ok) throw new Error(authority.failures[0].message)
    shutdown.add('office', () => authority.value.close())
    return { url: authority.value.url }
  },
})

async function officerToken(dataFolder: string): Promise<string> {
  const file = join(dataFolder, OFFICER_TOKEN_FILE)
  const known = (await readIfThere(file))?.trim()
  if (known !== undefined && known !== '') return known
  const token = newSecret(32)
  await writePrivateFile(file, `${token}\n`)
  return token
}
