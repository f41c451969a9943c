import type { LandedLine, QuotedOption } from '../../../customs/landed-cost/landed-cost.ts'

/**
 * The facts that claim an option, by their places in the request; undefined where no statement can,
 * such as for the balance of a quota.
 */
export function claimOf(
  { lineNumber }: Pick<LandedLine, 'lineNumber'>,
  { claim }: Pick<QuotedOption, 'claim'>,
): Readonly<Record<string, string>> | undefined {
  if (claim === undefined || Object.keys(claim).length === 0) return undefined
  const stated = Object.entries(claim) as readonly (readonly [string, string | readonly string[]])[]
  return Object.fromEntries(
    stated.map(([name, value]) => [`/lines/${lineNumber - 1}/${name}`, [value].flat().join(' ')]),
  )
}
