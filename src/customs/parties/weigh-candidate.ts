import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { type EoriTerritory, isEoriOf } from '../order/uk-registration.ts'
import { authoritiesOf, type AuthorityToAct } from './find-authority.ts'
import type { PartyInRole } from './parties-decision.ts'
import { roleName } from './role-name.ts'
import type { TraderProfile } from './trader-profile.ts'

/** What keeps a candidate from being the importer, and how to mend it. */
export interface ImporterObstacle {
  readonly kind: 'eori' | 'indirect-representative' | 'authority'
  readonly why: BilingualText
  readonly mend: BilingualText
}

/** A candidate who may be importer, and how the declarant then acts for it. */
export type LawfulCandidacy = { readonly kind: 'lawful'; readonly candidate: PartyInRole } & (
  | { readonly representation: 'self' }
  | { readonly representation: 'direct' | 'indirect'; readonly authority: AuthorityToAct }
)

/** The outcome of weighing one candidate. */
export type Candidacy =
  | LawfulCandidacy
  | {
      readonly kind: 'unlawful'
      readonly candidate: PartyInRole
      readonly obstacles: readonly ImporterObstacle[]
    }

/** Where powers and registrations are looked for, and for which day. */
interface CandidacySources {
  readonly consignment: Consignment
  readonly profile: TraderProfile
  readonly on: LocalDate
  readonly territory?: EoriTerritory
}

/**
 * Weighs one candidate. A business needs a GB EORI, a private buyer does not. Whoever is not
 * established in the United Kingdom can import only through an indirect representative; everybody
 * else but the declarant itself has to have given the declarant some power to act.
 */
export function weighCandidate(candidate: PartyInRole, sources: CandidacySources): Candidacy {
  const { territory = 'GB' } = sources
  if (isDeclarant(candidate, sources.profile)) {
    return { kind: 'lawful', candidate, representation: 'self' }
  }
  const authorities = authoritiesOf(candidate, sources)
  const authority = isForeign(candidate)
    ? authorities.find(({ representation }) => representation === 'indirect')
    : authorities[0]
  const obstacles = [
    ...eoriObstacles(candidate, territory),
    ...(authority === undefined ? [missingAuthority(candidate, sources.profile)] : []),
  ]
  if (authority === undefined || obstacles.length > 0) {
    return { kind: 'unlawful', candidate, obstacles }
  }
  return { kind: 'lawful', candidate, representation: authority.representation, authority }
}

/** Whether the candidate is who declares, by either of its EORIs. */
function isDeclarant({ party: { eori } }: PartyInRole, { declarant }: TraderProfile): boolean {
  return eori !== undefined && (eori === declarant.eori || eori === declarant.xiEori)
}

/**
 * Whether somebody is established outside the United Kingdom, as far as the stated address tells.
 */
function isForeign({ party }: PartyInRole): boolean {
  return party.address.country !== 'GB'
}

const territoryName: Readonly<Record<EoriTerritory, BilingualText>> = {
  GB: { en: 'Great Britain', zh: '大不列颠' },
  XI: { en: 'Northern Ireland', zh: '北爱尔兰' },
}

/**
 * Goods that a private buyer imports for personal use need no EORI; trade does, whoever the trader
 * is.
 */
function eoriObstacles(
  candidate: PartyInRole,
  territory: EoriTerritory,
): readonly ImporterObstacle[] {
  const { role, party } = candidate
  const isPrivateBuyer = role === 'buyer' && party.kind === 'private'
  if (isPrivateBuyer || (party.eori !== undefined && isEoriOf(territory, party.eori))) return []
  const { en, zh } = roleName[role]
  return [
    {
      kind: 'eori',
      why: {
        en: `the ${en} ${party.name} has no EORI of ${territoryName[territory].en}`,
        zh: `${zh}${party.name}没有${territory} EORI号码`,
      },
      mend: {
        en: `state the ${territory} EORI of the ${en} ${party.name}, or have it apply for one at HMRC`,
        zh: `填写${zh}${party.name}的${territory} EORI号码，或由其向英国税务海关总署（HMRC）申请`,
      },
    },
  ]
}

/** What power is missing: any at all, or the one that lets an importer from abroad import. */
function missingAuthority(candidate: PartyInRole, { declarant }: TraderProfile): ImporterObstacle {
  const { role, party } = candidate
  const { en, zh } = roleName[role]
  if (isForeign(candidate)) {
    return {
      kind: 'indirect-representative',
      why: {
        en: `the ${en} ${party.name} is not established in the United Kingdom and has given ${declarant.name} no power to act as its indirect representative`,
        zh: `${zh}${party.name}未在英国设立，且未授权${declarant.name}作为其间接代理人`,
      },
      mend: {
        en: `record the power by which the ${en} ${party.name} lets ${declarant.name} act as its indirect representative`,
        zh: `登记${zh}${party.name}授权${declarant.name}作为其间接代理人的授权书`,
      },
    }
  }
  return {
    kind: 'authority',
    why: {
      en: `the ${en} ${party.name} has given ${declarant.name} no power to act`,
      zh: `${zh}${party.name}未授权${declarant.name}代理申报`,
    },
    mend: {
      en: `record the power by which the ${en} ${party.name} lets ${declarant.name} act for it`,
      zh: `登记${zh}${party.name}授权${declarant.name}代理申报的授权书`,
    },
  }
}
