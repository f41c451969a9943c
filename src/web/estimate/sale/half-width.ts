/**
 * What is typed as digits, letters and points, in the width that the interface takes: Chinese and
 * Japanese keyboards also write them twice as wide. White space around it goes.
 */
export function halfWidth(typed: string): string {
  return typed.normalize('NFKC').trim()
}

/** A code that is typed, as the interface takes it: without the dots that tariffs print in theirs. */
export function plainCode(typed: string): string {
  return halfWidth(typed).replaceAll(/[\s.]/g, '')
}
