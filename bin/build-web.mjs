// Builds the web pages into dist/web when they are missing or older than their sources. Several
// processes may call it at once: each builds beside the finished pages and puts its own in place whole.
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const built = join(checkout, 'dist', 'web')
const stamp = join(built, 'built')

/** What the pages are made of: their own sources, what they may import, and the packages. */
const sources = ['src/web', 'src/customs', 'package-lock.json', 'bin/build-web.mjs']

/** Makes the pages ready to be served; throws with the builder's own words where they cannot be built. */
export async function ensureWebBuilt() {
  const newest = Math.max(...sources.map((path) => newestIn(join(checkout, path))))
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return
  console.error('Building the web pages ...')
  await buildWeb()
}

async function buildWeb() {
  const { build } = await import('vite')
  const fresh = join(checkout, 'dist', `web-${process.pid}`)
  // A test runner names its own mode, in which React would come with its checks for developers.
  const mode = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await build({
      configFile: join(checkout, 'src', 'web', 'vite.config.ts'),
      build: { outDir: fresh, emptyOutDir: true },
      logLevel: 'warn',
    })
  } finally {
    if (mode === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = mode
  }
  writeFileSync(join(fresh, 'built'), '')
  const former = `${fresh}-former`
  // Of two who finish at once the second finds the place taken; its pages are the same.
  try {
    if (existsSync(built)) renameSync(built, former)
    renameSync(fresh, built)
  } catch (error) {
    if (!existsSync(stamp)) throw error
  }
  for (const folder of [fresh, former]) rmSync(folder, { recursive: true, force: true })
}

function newestIn(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const inner = readdirSync(path).map((name) => newestIn(join(path, name)))
  return Math.max(mtimeMs, ...inner)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureWebBuilt()
