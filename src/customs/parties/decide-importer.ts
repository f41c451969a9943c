import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { cite, type Laws, type Reason } from '../law/law.ts'
import type { Party } from '../order/party.ts'
import type { EoriTerritory } from '../order/uk-registration.ts'
import { deliveryCostTerms } from '../valuation/delivery-cost-terms.ts'
import { failure, type Result, success } from '../result.ts'
import { partiesInRoles, rolesThatMayImport } from './importer-candidates.ts'
import { noLawfulImporter } from './no-lawful-importer.ts'
import type {
  Decided,
  ImporterNotChosen,
  PartyInRole,
  Representation,
  TradeRole,
} from './parties-decision.ts'
import { roleName } from './role-name.ts'
import type { TraderProfile } from './trader-profile.ts'
import { type Candidacy, type LawfulCandidacy, weighCandidate } from './weigh-candidate.ts'

/** What the choice of the importer is made from. */
export interface ImporterQuestion {
  readonly consignment: Consignment
  readonly profile: TraderProfile
  readonly on: LocalDate
  readonly laws: Laws
  /** Whose EORIs count; those of Great Britain unless stated. */
  readonly territory?: EoriTerritory
}

/** The importer, how it is represented, and why nobody else was chosen. */
export interface ImporterDecision {
  readonly importerOfRecord: Decided<PartyInRole>
  readonly representation: Decided<Representation>
  readonly importersNotChosen: readonly ImporterNotChosen[]
}

/**
 * Chooses the importer among those whom the contract lets import: the first who lawfully may.
 * Fails with `no-lawful-importer` or `authority-to-act-missing`, naming every way to mend it.
 */
export function decideImporter(question: ImporterQuestion): Result<ImporterDecision> {
  const parties = partiesInRoles(question.consignment)
  const weighed = rolesThatMayImport(question.consignment)
    .flatMap((role) => parties.find((party) => party.role === role) ?? [])
    .map((candidate) => weighCandidate(candidate, question))
  const chosen = weighed.find((candidacy) => candidacy.kind === 'lawful')
  if (chosen === undefined) return failure(noLawfulImporter(weighed, question))
  const notChosen = parties.filter((party) => party.role !== chosen.candidate.role)
  return success({
    importerOfRecord: { value: chosen.candidate, reason: whyImporter(chosen, question) },
    representation: { value: chosen.representation, reason: whyRepresentation(chosen, question) },
    importersNotChosen: notChosen.map((party) => ({
      ...party,
      why: whyNotChosen(party, { chosen, weighed, ...question }),
    })),
  })
}

/** The reason for the importer: the delivery term first, then the registration. */
function whyImporter({ candidate }: LawfulCandidacy, question: ImporterQuestion): Reason {
  const { code } = question.consignment.incoterm
  const { territory = 'GB' } = question
  const { role, party } = candidate
  if (role === 'buyer') return whyBuyerImports(party, question)
  return {
    text: {
      en: `Under ${code} the seller's side clears the goods for import; the ${roleName[role].en} ${party.name} holds the ${territory} EORI ${party.eori ?? ''}.`,
      zh: `按${code}由卖方一侧办理进口清关；${roleName[role].zh}${party.name}持有${territory} EORI号码${party.eori ?? ''}。`,
    },
    law: cite(question.laws, 'gb-import-duty-liability'),
  }
}

/** Where somebody else pays the duties, the reason says that this makes nobody the importer. */
function whyBuyerImports({ eori }: Party, { consignment, laws }: ImporterQuestion): Reason {
  const { incoterm, dutiesBilledTo } = consignment
  const payer = roleName[dutiesBilledTo]
  const clears = {
    en: `Under ${incoterm.code} the buyer clears the goods for import`,
    zh: `按${incoterm.code}由买方办理进口清关`,
  }
  const registration =
    eori === undefined
      ? { en: 'a private buyer needs no EORI for personal use', zh: '个人自用货物无需EORI号码' }
      : { en: `it holds the EORI ${eori}`, zh: `其EORI号码为${eori}` }
  const isPayer = dutiesBilledTo === 'buyer'
  return {
    text: {
      en: `${clears.en}; ${registration.en}.${isPayer ? '' : ` That the ${payer.en} pays the duties does not change that.`}`,
      zh: `${clears.zh}，${registration.zh}。${isPayer ? '' : `税费由${payer.zh}支付不影响此点。`}`,
    },
    law: cite(laws, eori === undefined ? 'gb-eori' : 'gb-import-duty-liability'),
  }
}

/** The reason for the kind of representation, with the power that it rests on. */
function whyRepresentation(chosen: LawfulCandidacy, { profile, laws }: ImporterQuestion): Reason {
  const declarant = profile.declarant.name
  const { party } = chosen.candidate
  if (chosen.representation === 'self') {
    return {
      text: {
        en: `${declarant} is the importer itself.`,
        zh: `${declarant}本身即为进口商。`,
      },
    }
  }
  const isForeign = party.address.country !== 'GB'
  const reference = chosen.authority.reference
  const kind = {
    direct: {
      en: `${declarant} acts in the name of ${party.name}`,
      zh: `${declarant}以${party.name}的名义行事`,
    },
    indirect: {
      en: `${declarant} acts in its own name for ${party.name}${isForeign ? ', who is not established in the United Kingdom,' : ''} and owes the duty together with it`,
      zh: `${declarant}以自己名义为${isForeign ? '未在英国设立的' : ''}${party.name}行事，并与其共同承担税款`,
    },
  }[chosen.representation]
  return {
    text: { en: `${kind.en} (power ${reference}).`, zh: `${kind.zh}（授权书${reference}）。` },
    law: cite(laws, 'gb-customs-agents'),
  }
}

/** What the reasons against the others refer to. */
interface NotChosenContext extends ImporterQuestion {
  readonly chosen: LawfulCandidacy
  readonly weighed: readonly Candidacy[]
}

/**
 * A candidate may have been unlawful, or lawful but not first; everybody else the contract
 * excludes.
 */
function whyNotChosen({ role }: PartyInRole, context: NotChosenContext): Reason {
  const { chosen, weighed, consignment } = context
  const candidacy = weighed.find(({ candidate }) => candidate.role === role)
  if (candidacy?.kind === 'unlawful') {
    const { obstacles } = candidacy
    return {
      text: {
        en: `Could not be the importer: ${obstacles.map(({ why }) => why.en).join('; ')}.`,
        zh: `不能作为进口商：${obstacles.map(({ why }) => why.zh).join('；')}。`,
      },
    }
  }
  if (candidacy !== undefined) {
    const { en, zh } = roleName[chosen.candidate.role]
    return {
      text: {
        en: `Could be the importer, but the ${en} already is.`,
        zh: `可作为进口商，但已由${zh}担任。`,
      },
    }
  }
  return whyContractExcludes(role, consignment)
}

/** Why the contract keeps a role away from the import, whatever registrations it holds. */
function whyContractExcludes(role: TradeRole, { incoterm }: Consignment): Reason {
  const { code } = incoterm
  if (deliveryCostTerms[code].duties === 'beside-price') {
    return {
      text: {
        en: `Under ${code} the buyer clears the goods for import, not the ${roleName[role].en}.`,
        zh: `按${code}由买方而非${roleName[role].zh}办理进口清关。`,
      },
    }
  }
  if (role === 'buyer') {
    return {
      text: {
        en: `Under ${code} the seller clears the goods for import, not the buyer.`,
        zh: `按${code}由卖方而非买方办理进口清关。`,
      },
    }
  }
  return {
    text: {
      en: `The ${roleName[role].en} neither sells the goods nor has undertaken to pay the duties.`,
      zh: `${roleName[role].zh}既非货物销售方，也未承诺支付税费。`,
    },
  }
}
