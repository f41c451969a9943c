import type { Failures } from '../customs/result.ts'

/**
 * Input that a command cannot work with. It ends the command with one line on standard error that
 * says where, what and how to mend it.
 */
export class BadInput extends Error {}

/** @param where the file or option that the failures speak of */
export function badInput(where: string, failures: Failures): BadInput {
  const [{ path, message, mend }, ...others] = failures
  const place = path === '' || message.includes(path) ? '' : `${path}: `
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return new BadInput(`${where}: ${place}${message} ${mend ?? ''}`.trimEnd() + more)
}
