/**
 * The JSON Pointer (RFC 6901) to a place in an input.
 * @example jsonPointer('lines', 0, 'unitPrice') // '/lines/0/unitPrice'
 */
export function jsonPointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => (typeof step === 'number' ? `/${step}` : `/${token(step)}`)).join('')
}

function token(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
