// `npm test`: installs what is missing, then runs every test that this machine can run.
import { spawnSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './ensure-installed.mjs'

ensureInstalled()
const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', ...process.argv.slice(2)], {
  cwd: checkout,
  stdio: 'inherit',
})
process.exit(status ?? 1)
