import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import type { PartyInRole } from './parties-decision.ts'
import type { StandingAuthority, TraderProfile } from './trader-profile.ts'

/** A power to act before customs, wherever it was found. */
export interface AuthorityToAct {
  readonly representation: 'direct' | 'indirect'
  /** Where the power is kept. */
  readonly reference: string
}

/**
 * The powers that a principal has given the declarant and that hold on a day: the one given for this
 * consignment first, then the standing ones.
 */
export function authoritiesOf(
  principal: PartyInRole,
  sources: {
    readonly consignment: Consignment
    readonly profile: TraderProfile
    readonly on: LocalDate
  },
): readonly AuthorityToAct[] {
  const { consignment, profile, on } = sources
  const { authorityToAct } = consignment
  const standing = profile.standingAuthorities.filter(
    (authority) =>
      isGivenBy(authority, principal) &&
      isInForce({ from: authority.validFrom, ...untilOf(authority) }, on),
  )
  const isForThis = authorityToAct?.givenBy === principal.role && authorityToAct.givenOn <= on
  return isForThis ? [authorityToAct, ...standing] : standing
}

/** Two EORIs decide where both sides state one; otherwise the names have to be the same. */
function isGivenBy(authority: StandingAuthority, { party }: PartyInRole): boolean {
  if (authority.principalEori !== undefined && party.eori !== undefined) {
    return authority.principalEori === party.eori
  }
  return authority.principalName === party.name
}

/** The end of a power, where it has one. */
function untilOf({ validUntil }: StandingAuthority) {
  return validUntil === undefined ? {} : { until: validUntil }
}
