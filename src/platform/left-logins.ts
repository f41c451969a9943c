import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfThere, writePrivateFile } from './private-file.ts'

/** Which of the logins: the application's, or the owner's for what only he may do. */
export type LeftLogin = 'app' | 'owner'

const files: Readonly<Record<LeftLogin, string>> = {
  app: 'database-app-url',
  owner: 'database-owner-url',
}

/**
 * Leaves the login of the application role in the data folder, readable by its owner only, so that
 * the command line finds the installation that runs there; the owner's as well where the server is
 * ours, because nobody was given that one. The embedded server takes another port at each start, so
 * the files are written anew each time.
 */
export async function leaveLogins(
  dataFolder: string,
  { appUrl, ownerUrl }: { readonly appUrl: string; readonly ownerUrl?: string },
): Promise<void> {
  await writePrivateFile(join(dataFolder, files.app), appUrl)
  const ownerFile = join(dataFolder, files.owner)
  await (ownerUrl === undefined
    ? rm(ownerFile, { force: true })
    : writePrivateFile(ownerFile, ownerUrl))
}

/** A login that an installation has left in its data folder, if one was started there. */
export function findLogin(dataFolder: string, login: LeftLogin): Promise<string | undefined> {
  return readIfThere(join(dataFolder, files[login]))
}
