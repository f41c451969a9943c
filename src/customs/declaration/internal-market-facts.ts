import type { Sourced } from './fill-input.ts'

/**
 * The authorisation under the UK Internal Market Scheme, by which goods in Northern Ireland are not at
 * risk. Without it the statement NIREM has no effect.
 *
 * Source: CDS release notes 4.4, imports into Northern Ireland (read 2026-11-24).
 */
export interface InternalMarketFacts extends Sourced {
  /** Element 3/39, code UKIM: the importer. */
  readonly holderEori: string
  /** Element 2/3 with code 1UKI: `XIUKIM` and the number. */
  readonly number: string
}
