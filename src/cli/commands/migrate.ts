import type { Command } from 'commander'

import {
  applicationMigrations,
  prepareApplicationDatabase,
} from '../../platform/application-database.ts'
import { readConfig } from '../../platform/config.ts'
import { allQueues } from '../../services/all-queues.ts'
import { BadInput, badInput } from '../bad-input.ts'
import { writeJson, type Terminal } from '../terminal.ts'

/**
 * The command for those who bring their own database: it needs the owner's login, which the
 * services never get.
 */
export function addMigrateCommand(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .summary('bring a database up to date')
    .description(
      'Makes or updates the roles, tables and queues in the database of DATABASE_URL, and shows the ' +
        'logins of the two roles that the services use. npm start does this by itself.',
    )
    .addHelpText(
      'after',
      `
Example:
  $ DATABASE_URL=postgres://owner:secret@db/tidewaiter bin/tidewaiter migrate`,
    )
    .action(async () => {
      const config = readConfig(terminal.environment)
      if (!config.ok) throw badInput('environment', config.failures)
      const { databaseUrl, databaseAppUrl, databaseWorkerUrl, dataFolder } = config.value
      if (databaseUrl === undefined) {
        throw new BadInput("DATABASE_URL: It is not set. Set it to the owner's login.")
      }
      const prepared = await prepareApplicationDatabase({
        ownerUrl: databaseUrl,
        ...(databaseAppUrl !== undefined && { appUrl: databaseAppUrl }),
        ...(databaseWorkerUrl !== undefined && { workerUrl: databaseWorkerUrl }),
        dataFolder,
        migrations: applicationMigrations,
        queues: allQueues,
      })
      if (!prepared.ok) throw badInput('DATABASE_URL', prepared.failures)
      const { applied, appUrl, workerUrl } = prepared.value
      await writeJson(terminal, {
        applied,
        DATABASE_APP_URL: appUrl,
        DATABASE_WORKER_URL: workerUrl,
      })
    })
}
