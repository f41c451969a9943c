import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

import { DevtoolsPipe } from './devtools-pipe.ts'

/** A page in a browser of its own, and everything that it did on the way. */
export interface BrowserPage {
  /** What the page, its scripts or the browser complained of: errors, warnings of a policy. */
  readonly complaints: readonly string[]
  /** The address of every request that the page made or tried to make. */
  readonly requests: readonly string[]
  open(url: string): Promise<void>
  /** The value of an expression in the page. */
  evaluate<T>(expression: string): Promise<T>
  /** Waits until an expression in the page is true. */
  until(expression: string): Promise<void>
  screenshot(): Promise<Buffer>
  close(): Promise<void>
}

const WIDTH = 1280
const HEIGHT = 900
const TIME_LIMIT_MS = 20_000

/** Chromium without what it does for itself: looking for updates, asking, reporting home. */
const SWITCHES = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  `--window-size=${WIDTH},${HEIGHT}`,
]

/** Starts a browser with an empty profile and opens an empty page in it. */
export async function openBrowserPage(chromiumPath: string): Promise<BrowserPage> {
  const profile = await mkdtemp(join(tmpdir(), 'tidewaiter-browser-'))
  // As root the browser refuses its sandbox; it only sees pages of our own.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = spawn(chromiumPath, [...SWITCHES, ...asRoot, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const pipe = new DevtoolsPipe(browser.stdio[3] as Writable, browser.stdio[4] as Readable)
  const page = await attach(pipe)
  return {
    ...page,
    close: async () => {
      const gone = once(browser, 'exit')
      await pipe.send('Browser.close').catch(() => browser.kill('SIGKILL'))
      await gone
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function attach(pipe: DevtoolsPipe): Promise<Omit<BrowserPage, 'close'>> {
  const { targetId } = await pipe.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  })
  const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  })
  const send = <Answer>(method: string, params: object = {}) =>
    pipe.send<Answer>(method, params, sessionId)
  const complaints = listenForComplaints(pipe)
  const requests: string[] = []
  pipe.on('Network.requestWillBeSent', ({ request }: { request: { url: string } }) =>
    requests.push(request.url),
  )
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`)

  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send<Evaluation>('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.text}`)
    return result.value as T
  }
  return {
    complaints,
    requests,
    evaluate,
    open: async (url) => {
      const { errorText } = await send<{ errorText?: string }>('Page.navigate', { url })
      if (errorText !== undefined) throw new Error(`${url}: ${errorText}`)
    },
    until: async (expression) => {
      const deadline = performance.now() + TIME_LIMIT_MS
      // A page that is only coming has no elements yet, which is no error of the test.
      const tried = `(() => { try { return Boolean(${expression}) } catch { return false } })()`
      while (!(await evaluate<boolean>(tried))) {
        if (performance.now() > deadline) throw new Error(`never true: ${expression}`)
        await sleep(100)
      }
    },
    screenshot: async () => {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' })
      return Buffer.from(data, 'base64')
    },
  }
}

interface Evaluation {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: { readonly text: string }
}

interface LogEntry {
  readonly level: string
  readonly text: string
  readonly url?: string
}

interface ConsoleCall {
  readonly type: string
  readonly args: readonly { readonly value?: string | number; readonly description?: string }[]
}

interface Thrown {
  readonly exceptionDetails: {
    readonly text: string
    readonly exception?: { readonly description?: string }
  }
}

/** Gathers errors of scripts and of the console, and what the browser logs: a policy kept something out. */
function listenForComplaints(pipe: DevtoolsPipe): readonly string[] {
  const complaints: string[] = []
  pipe.on('Log.entryAdded', ({ entry }: { entry: LogEntry }) => {
    if (entry.level === 'error') complaints.push(`${entry.text} ${entry.url ?? ''}`.trim())
  })
  pipe.on('Runtime.consoleAPICalled', ({ type, args }: ConsoleCall) => {
    if (type !== 'error' && type !== 'assert') return
    complaints.push(args.map(({ value, description = '' }) => value ?? description).join(' '))
  })
  pipe.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }: Thrown) => {
    complaints.push(exception?.description ?? text)
  })
  return complaints
}
