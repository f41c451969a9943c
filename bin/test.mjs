// `npm test`: installs what is missing, builds the pages, then runs every test that this machine can run.
import { spawnSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureWebBuilt } from './build-web.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

ensureInstalled()
await ensureWebBuilt()
const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', ...process.argv.slice(2)], {
  cwd: checkout,
  stdio: 'inherit',
})
process.exit(status ?? 1)
