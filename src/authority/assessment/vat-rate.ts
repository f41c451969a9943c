import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { isZero, type DecimalText } from '../../customs/money/decimal.ts'
import type { LodgedItem } from '../message/lodged-declaration.ts'
import type { TariffLine } from '../tariff/office-tariff.ts'
import type { VatClaims } from '../tariff/vat-claims.ts'

/** The VAT rate of an item, by the law for its goods and by what it claims. */
export interface ItemVatRate {
  /** A fraction: `0.20` is 20 %. */
  readonly rate: DecimalText
  /** Where the office has the rate from. */
  readonly source: string
  /** Codes that claim a rate which these goods cannot have; the rate is then that of no claim. */
  readonly refusedClaims: readonly string[]
}

/** Additional codes of this family claim a VAT rate; others mean something else. */
const VAT_FAMILY = 'VAT'

/** The code of zero-rated goods, which those declare too that bear no other rate. */
const ZERO_RATED = 'VATZ'

/**
 * Finds the rate. One item has one rate, so several claims are refused together. An officer's
 * correction of the commodity code may leave a claim behind that no longer holds: the goods then
 * bear the rate of their code.
 *
 * @law Value Added Tax Act 1994, section 30 and Schedule 8: a rate below the standard rate only for
 *   the goods that the Schedule describes
 */
export function vatRateOf(
  { nationalAdditionalCodes }: LodgedItem,
  line: TariffLine,
  { vatClaims, on }: { readonly vatClaims: VatClaims; readonly on: LocalDate },
): ItemVatRate {
  const claims = nationalAdditionalCodes.filter((code) => code.startsWith(VAT_FAMILY))
  const unclaimed = { rate: line.vatRate, source: line.source }
  const [claim, ...others] = claims
  if (claim === undefined) return { ...unclaimed, refusedClaims: [] }
  if (others.length > 0) return { ...unclaimed, refusedClaims: claims }
  if (claim === ZERO_RATED && isZero(line.vatRate)) return { ...unclaimed, refusedClaims: [] }
  const granted = vatClaims.rateFor(
    { additionalCode: claim, commodityCode: line.commodityCode },
    on,
  )
  if (granted === undefined) return { ...unclaimed, refusedClaims: claims }
  const { rate, condition, source } = granted
  return { rate, source: `${claim}: ${condition}; ${source}`, refusedClaims: [] }
}
