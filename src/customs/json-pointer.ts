/**
 * The JSON Pointer (RFC 6901) to a place in an input.
 * @example jsonPointer('lines', 0, 'unitPrice') // '/lines/0/unitPrice'
 */
export function jsonPointer(...steps: readonly (string | number)[]): string {
  let pointer = ''
  for (const step of steps) pointer += `/${typeof step === 'number' ? step : token(step)}`
  return pointer
}

/** Pointers are made at every step of a reckoning, and nearly no name has anything to escape. */
function token(name: string): string {
  const isPlain = !name.includes('~') && !name.includes('/')
  return isPlain ? name : name.replaceAll('~', '~0').replaceAll('/', '~1')
}
