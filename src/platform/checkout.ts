import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whichever directory the command was called from. */
export const checkoutFolder = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
