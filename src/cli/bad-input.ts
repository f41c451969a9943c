import type { Failures } from '../customs/result.ts'

/**
 * Input that a command cannot work with. It ends the command with a line on standard error for each
 * fault, which says where, what and how to mend it.
 */
export class BadInput extends Error {}

/** How many faults are told before the rest is counted: as many as fit a screen. */
const TOLD_MAX = 20

/** @param where the file or option that the failures speak of; it stands before the first of them */
export function badInput(where: string, failures: Failures): BadInput {
  const [first, ...others] = failures.map(inOneLine)
  const told = others.slice(0, TOLD_MAX - 1)
  const untold = others.length - told.length
  const lines = [`${where}: ${first}`, ...told.map((line) => `  ${line}`)]
  if (untold > 0) lines.push(`  and ${untold} more`)
  return new BadInput(lines.join('\n'))
}

function inOneLine({ path, message, mend = '' }: Failures[number]): string {
  const place = path === '' || message.includes(path) ? '' : `${path}: `
  return `${place}${message} ${mend}`.trimEnd()
}
