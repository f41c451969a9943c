import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { ExportPartyFacts } from '../../customs/declaration/export-facts.ts'
import type { FieldOrigin } from '../../customs/declaration/fill-input.ts'
import type { Laws } from '../../customs/law/law.ts'
import { isEoriOf } from '../../customs/order/uk-registration.ts'
import { decideDeclarant } from '../../customs/parties/decide-declarant.ts'
import { authoritiesOf } from '../../customs/parties/find-authority.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { combine, failure, type Result, success } from '../../customs/result.ts'
import { namedParty } from './declared-party.ts'

/** What the parties of an export are told from. */
export interface ExportPartySources {
  readonly consignment: Consignment
  readonly profile: TraderProfile
  readonly on: LocalDate
  readonly laws: Laws
}

/**
 * Who exports, who declares and in whose name. The seller exports; one that is not established in the
 * United Kingdom needs an indirect representative who is.
 *
 * Source: CDS UK Trade Tariff, volume 3, export declaration completion guide, DE 3/1 and 3/2 (read 2026-11-23).
 */
export function exportParties(sources: ExportPartySources): Result<ExportPartyFacts> {
  const { consignment, profile, laws } = sources
  const decided = combine({
    exporterEori: exporterEori(consignment),
    declarant: decideDeclarant(profile, laws),
    kind: representationOf(sources),
  })
  if (!decided.ok) return decided
  const { exporterEori: exporter, declarant, kind } = decided.value
  const ordered: FieldOrigin = { source: 'order', reference: consignment.reference }
  const declares: FieldOrigin = { source: 'profile', note: declarant.reason.text }
  return success({
    exporter: { kind: 'registered', eori: exporter, origin: ordered },
    consignee: namedParty(consignment.parties.consignee, ordered),
    declarant: { eori: declarant.value.eori, origin: declares },
    representation: { kind, origin: { source: 'parties', note: represents } },
  })
}

const represents = {
  en: 'By the power that the exporter has given, or by its own declaration.',
  zh: '依据出口商的授权，或由其自行申报。',
}

function exporterEori({ parties: { exporter } }: Consignment): Result<string> {
  if (exporter.eori !== undefined && isEoriOf('GB', exporter.eori)) return success(exporter.eori)
  return failure({
    code: 'fact-missing',
    path: '/seller/eori',
    message: `${exporter.name} states no EORI of Great Britain, under which it exports.`,
    mend: "State the exporter's GB EORI, or apply for one at HMRC.",
    zh: {
      message: `${exporter.name} 未填写出口所需的英国 EORI 号码。`,
      mend: '请填写出口商的 GB EORI 号码，或向英国税务海关总署（HMRC）申请。',
    },
  })
}

function representationOf(
  sources: ExportPartySources,
): Result<ExportPartyFacts['representation']['kind']> {
  const { exporter } = sources.consignment.parties
  const isAbroad = exporter.address.country !== 'GB'
  if (exporter.eori === sources.profile.declarant.eori && !isAbroad) return success('self')
  const powers = authoritiesOf({ role: 'seller', party: exporter }, sources)
  const power = powers.find(({ representation }) => !isAbroad || representation === 'indirect')
  if (power !== undefined) return success(power.representation)
  const needed = isAbroad ? 'an indirect power' : 'a power'
  const neededZh = isAbroad ? '间接代理授权' : '代理授权'
  return failure({
    code: 'authority-to-act-missing',
    path: '/authorityToAct',
    message: `${exporter.name} has given the declarant no power to export${isAbroad ? ' as indirect representative, which an exporter abroad needs' : ''}.`,
    mend: `State ${needed} that the seller has given.`,
    zh: {
      message: `${exporter.name} 未授权申报人${isAbroad ? '作为间接代理人' : ''}办理出口。`,
      mend: `请填写卖方给予的${neededZh}。`,
    },
  })
}
