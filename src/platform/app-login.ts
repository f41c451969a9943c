import { join } from 'node:path'
import { readIfThere, writePrivateFile } from './private-file.ts'

const FILE = 'database-app-url'

/**
 * Leaves the login of the application role in the data folder, readable by its owner only, so that
 * the command line finds the installation that runs there. The embedded server takes another port
 * at each start, so the file is written anew each time.
 */
export function leaveAppLogin(dataFolder: string, appUrl: string): Promise<void> {
  return writePrivateFile(join(dataFolder, FILE), appUrl)
}

/** The login that an installation has left in its data folder, if one was started there. */
export function findAppLogin(dataFolder: string): Promise<string | undefined> {
  return readIfThere(join(dataFolder, FILE))
}
