/**
 * The length of a drawn bar in percent of the longest. Drawing is the one place where an exact amount
 * becomes a floating number: a pixel is coarser than any rounding here.
 */
export function barShare(amount: string, longest: readonly string[]): number {
  const largest = Math.max(...longest.map(Number))
  return largest > 0 ? (Number(amount) / largest) * 100 : 0
}
