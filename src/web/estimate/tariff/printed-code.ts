/** A code in groups, as tariffs print it: `6104 42 00 00`. */
export function printedCode(code: string): string {
  const groups = [code.slice(0, 4), ...(code.slice(4).match(/\d{1,2}/g) ?? [])]
  return groups.join('\u00A0')
}
