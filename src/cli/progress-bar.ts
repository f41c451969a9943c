import type { Terminal } from './terminal.ts'

/** How far something has come, drawn where a person watches. */
export interface ProgressBar {
  /** @param beside what else has come, such as a count of rows */
  update(done: number, of: number, beside?: string): void
  /** Takes the bar away, so that what is written next stands on a line of its own. */
  clear(): void
}

const WIDTH = 30

/** Draws a bar on standard error; nothing where that is no terminal. */
export function progressBar({ stderr }: Terminal, label: string): ProgressBar {
  if (!('isTTY' in stderr) || stderr.isTTY !== true) {
    return { update: () => undefined, clear: () => undefined }
  }
  let shown = -1
  return {
    update: (done, of, beside = '') => {
      const percent = of === 0 ? 100 : Math.floor((100 * done) / of)
      if (percent === shown) return
      shown = percent
      const filled = '█'.repeat(Math.round((WIDTH * percent) / 100)).padEnd(WIDTH, '░')
      stderr.write(`\r${`${label} ${filled} ${percent} % ${beside}`.trimEnd()}`)
    },
    clear: () => {
      stderr.write('\r\u001B[2K')
    },
  }
}
