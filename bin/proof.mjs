// `npm run proof -- <name> [options]`: runs one of the long proofs under test/proof/.
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './ensure-installed.mjs'

const HELP = `Usage: npm run proof -- <name> [options]

  kills      kill -9 of each process at every commit and every outside call of an order
             --seed <n>    the order of the kills; printed, so that a run can be repeated
             --sweeps <n>  how often, each time in another order; 1 unless told otherwise
             --most <n>    only so many kills in each sweep
  restarts   kill -9 of the whole group of npm start -- --once, and npm start -- --once again
             --seed <n>    the moments; printed
             --rounds <n>  how many moments; 10 unless told otherwise
  exchange   two workers on lines that cut, delay, double and reorder, killed in turn under load
             --seed <n>     the mischief; printed, so that a run can be repeated
             --minutes <n>  for how long orders come in; 10 unless told otherwise
  days       what a sale costs over time on the days that are tried, and on every single one
             --seed <n>    the sales and goods; printed
             --rounds <n>  how often each country; 2 unless told otherwise
  schemas    messages with random changes, judged by the authority's schemas and by our own tables
             --seed <n>    the messages and changes; printed
             --rounds <n>  how many changed messages; 2000 unless told otherwise
`

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const [name, ...options] = process.argv.slice(2)
if (!['kills', 'restarts', 'exchange', 'days', 'schemas'].includes(name)) {
  process.stdout.write(HELP)
  process.exit(name === '--help' ? 0 : 2)
}
ensureInstalled()
const entry = join(checkout, 'test', 'proof', `run-${name}.ts`)
const child = spawn(process.execPath, ['--import', 'tsx', entry, ...options], {
  cwd: checkout,
  stdio: 'inherit',
})
// The child gets the same signals from the terminal; this process only waits for its end.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
