/** What a passkey made here could be called: the kind of machine, as far as the browser says it. */
export function suggestedDeviceName(userAgent: string): string {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'Mac'],
    [/Linux/, 'Linux'],
  ]
  return kinds.find(([pattern]) => pattern.test(userAgent))?.[1] ?? ''
}
