/** A code as the schedule prints it: `0101210010` is `0101.21.00.10`. */
export function printedCode(code: string): string {
  const groups = code.slice(4).match(/\d{1,2}/g) ?? []
  return [code.slice(0, 4), ...groups].join('.')
}
