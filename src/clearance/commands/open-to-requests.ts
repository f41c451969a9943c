import type { CaseState, DeclarationStanding, RequestStanding } from '../case-state.ts'
import { withSupplementaryInForce } from '../supplementary-in-force.ts'

/** A declaration that something can be asked about: customs have it, and it has not come to its end. */
export interface AskedDeclaration extends DeclarationStanding {
  readonly mrn: string
}

/**
 * The declaration about which something can be asked of the authority, one request after the other:
 * that on which goods are released until they are, the supplementary one until it is cleared.
 *
 * Source: GOV.UK, Amend or cancel a Customs Declaration Service import declaration (read 2026-11): a
 * declaration that has cleared can no longer be amended or cancelled; HMRC is told of the error then.
 */
export function openToRequests(
  state: CaseState,
  about: RequestStanding['about'],
): AskedDeclaration | undefined {
  const isAsked = state.requests.some(
    (request) => request.state === 'requested' && request.about === about,
  )
  const asked = about === undefined ? untilRelease(state) : untilCleared(state)
  const { mrn } = asked ?? {}
  return isAsked || asked === undefined || mrn === undefined ? undefined : { ...asked, mrn }
}

function untilRelease({ main, declaration }: CaseState): DeclarationStanding | undefined {
  return main === 'registered' || main === 'accepted' ? declaration : undefined
}

function untilCleared(state: CaseState): DeclarationStanding | undefined {
  if (state.supplementary?.state !== 'accepted') return undefined
  return withSupplementaryInForce(state)?.declaration
}
