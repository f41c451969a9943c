// `npm run bench [-- <name>]`: runs the benchmarks, or one of them, and writes bench/RESULTS.md.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureWebBuilt } from './build-web.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

const benchmarks = [
  'quotes-in-process',
  'sale-quotes',
  'quotes-over-http',
  'journeys',
  'documents',
  'messages',
  'case-list',
  'page-weight',
  'tariff-import',
  'tariff-start',
  'time-machine',
]
const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const results = join(checkout, 'bench', 'RESULTS.md')

const HEAD = `# Results

Written by \`npm run bench\`, which runs everything in turn; \`npm run bench -- <name>\` measures one
section anew and leaves the others. Figures are good for comparing on one machine that does nothing
else meanwhile: each section names the machine and what the load was when it began, to which the
section before it adds where all run in turn.
`

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benchmarks.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${benchmarks.join(', ')}.`)
  process.exit(2)
}
ensureInstalled()
await ensureWebBuilt()
const sections = readSections()
for (const name of wanted.length > 0 ? wanted : benchmarks) {
  console.error(`${name} ...`)
  sections.set(name, run(name))
}
const { format } = await import('prettier')
const page = [HEAD, ...benchmarks.flatMap(sectionOf)].join('\n')
writeFileSync(results, await format(page, { parser: 'markdown' }))
console.error(`Written to ${results}.`)

/** What a benchmark prints is its section; what it tells meanwhile goes to the terminal. */
function run(name) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(checkout, 'bench', `${name}.ts`)],
    { cwd: checkout, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
  )
  if (status === 0) return stdout
  console.error(`The benchmark ${name} failed; bench/RESULTS.md stays as it was.`)
  process.exit(1)
}

/** Sections stand between marks that Markdown does not show. */
function readSections() {
  const text = existsSync(results) ? readFileSync(results, 'utf8') : ''
  const marked = text.matchAll(/<!-- (\S+) -->\n([\s\S]*?)<!-- end -->/g)
  return new Map([...marked].map(([, name, section]) => [name, section]))
}

function sectionOf(name) {
  const section = sections.get(name)
  return section === undefined ? [] : [`<!-- ${name} -->\n${section}<!-- end -->\n`]
}
