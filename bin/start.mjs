// `npm start`: installs what is missing, builds the pages, then hands over to src/start/start.ts.
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureWebBuilt } from './build-web.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

ensureInstalled()
await ensureWebBuilt()
const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const child = spawn(
  process.execPath,
  ['--import', 'tsx', join(checkout, 'src', 'start', 'start.ts'), ...process.argv.slice(2)],
  { cwd: checkout, stdio: 'inherit' },
)
// The child gets the same signals from the terminal; this process only waits for its end.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
// npm does not pass a SIGTERM on to what it started: it and its shell go, and this process stays behind.
if (process.env.npm_lifecycle_event !== undefined) {
  const startedBy = process.ppid
  setInterval(() => process.ppid !== startedBy && child.kill('SIGTERM'), 500).unref()
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
