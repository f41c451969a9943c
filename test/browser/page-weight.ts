import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { builtPages } from '../../src/platform/http/serve-pages.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

/** A page and the modules that are loaded until it stands. */
export interface WeighedPage {
  readonly name: string
  readonly modules: readonly string[]
  readonly mostBytes: number
}

const CONSOLE_MOST_BYTES = 200_000
const TRACKING_MOST_BYTES = 60_000

const inFrame = (page: string): readonly string[] => [
  'console/index.html',
  'console/Frame.tsx',
  `console/${page}`,
]

/** The pages that somebody meets first. */
export const firstPages: readonly WeighedPage[] = [
  {
    name: 'sign-in',
    modules: ['console/index.html', 'console/session/SignInPage.tsx'],
    mostBytes: CONSOLE_MOST_BYTES,
  },
  { name: 'today', modules: inFrame('cases/HomePage.tsx'), mostBytes: CONSOLE_MOST_BYTES },
  {
    name: 'estimate',
    modules: ['estimate/index.html', 'estimate/quote/QuotePage.tsx'],
    mostBytes: CONSOLE_MOST_BYTES,
  },
  {
    name: 'time machine',
    modules: ['estimate/index.html', 'estimate/time-machine/TimeMachinePage.tsx'],
    mostBytes: CONSOLE_MOST_BYTES,
  },
  { name: 'tracking', modules: ['tracking/index.html'], mostBytes: TRACKING_MOST_BYTES },
]

/** The bytes of script, compressed by gzip, that a page needs; what two modules share counts once. */
export async function scriptBytesOf({ modules }: WeighedPage): Promise<number> {
  const manifest = await readManifest()
  const files = new Set<string>()
  const add = (name: string): void => {
    const { file, imports = [] } = chunkOf(manifest, name)
    if (files.has(file)) return
    files.add(file)
    for (const inner of imports) add(inner)
  }
  for (const name of modules) add(name)
  const scripts = await Promise.all([...files].map((file) => readFile(join(builtPages, file))))
  return scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
}

async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readFile(join(builtPages, 'manifest.json'), 'utf8')) as Manifest
}

function chunkOf(manifest: Manifest, name: string): Chunk {
  const chunk = manifest[name]
  if (chunk === undefined) throw new Error(`the build knows no ${name}`)
  return chunk
}
