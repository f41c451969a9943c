import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type {
  ClearanceItemFacts,
  ExportRequestFacts,
  ImportRequestFacts,
} from '../../customs/declaration/clearance-request-facts.ts'
import type { FieldOrigin, PartyFacts } from '../../customs/declaration/fill-input.ts'
import { jsonPointer } from '../../customs/json-pointer.ts'
import type { Laws } from '../../customs/law/law.ts'
import { isZero } from '../../customs/money/decimal.ts'
import { isNorthernIreland } from '../../customs/northern-ireland/is-northern-ireland.ts'
import type { Party } from '../../customs/order/party.ts'
import { decideDeclarant } from '../../customs/parties/decide-declarant.ts'
import { authoritiesOf } from '../../customs/parties/find-authority.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import {
  checked,
  combine,
  failure,
  type Failure,
  type Result,
  success,
} from '../../customs/result.ts'
import { declaredParty, namedParty } from './declared-party.ts'
import { notExportable } from './export-covered.ts'
import { packagesOf } from './goods-item-facts.ts'
import {
  type DeclarationReferences,
  fromOrder,
  referenceFacts,
} from './import-declaration-facts.ts'
import { shipmentFacts } from './shipment-facts.ts'

/** Everything of an order that a request is filled from. */
export interface ClearanceSources {
  readonly consignment: Consignment
  readonly profile: TraderProfile
  readonly on: LocalDate
  readonly laws: Laws
}

/** Printed matter of chapter 49: books, plans, documents of title, advertising, forms. */
const PRINTED = /^49/

/**
 * Gathers the facts of a request for papers without a price that come in. Goods that have a price, or are
 * no papers, need a declaration.
 */
export function importRequestFacts(
  sources: ClearanceSources,
  references: DeclarationReferences,
): Result<ImportRequestFacts> {
  const { consignment, profile, laws } = sources
  const importer = { role: 'buyer', party: consignment.parties.buyer } as const
  const gathered = combine({
    covered: checked(notPapers(consignment)),
    travel: shipmentFacts(consignment),
    declarant: decideDeclarant(profile, laws),
    representation: representationOf(importer, sources),
  })
  if (!gathered.ok) return gathered
  const { travel, declarant, representation } = gathered.value
  const ordered = fromOrder(consignment)
  const { arrival: means, borderModeCode } = travel.transport
  return success({
    lrn: references.lrn,
    presentation: references.additionalType === 'A' ? 'arrived' : 'pre-lodged',
    exporter: namedParty(consignment.parties.exporter, ordered),
    importer: declaredParty(importer.party, ordered),
    declarant: { eori: declarant.value.eori, origin: declares(declarant.reason.text) },
    representation,
    shipment: {
      origin: ordered,
      goodsLocation: travel.goodsLocation,
      borderModeCode,
      ...(means && { means }),
    },
    references: referenceFacts(references),
    procedure: { code: '0002', additionalProcedures: ['000'], origin: byRule(ofPapers) },
    goodsItems: itemsOf(consignment),
    exportCountry: travel.exportCountry,
    totalPackages: travel.totalPackages,
  })
}

/**
 * Gathers the facts of a request for goods of a non-commercial nature that leave: what one private person
 * sends to another, now and then and for its own use.
 *
 * Source: appendix 2 C21e, additional procedure code 21G; Delegated Regulation (EU) 2015/2446, article
 * 137(1)(a), as kept in the United Kingdom (read 2026-11-24)
 */
export function exportRequestFacts(
  sources: ClearanceSources,
  references: DeclarationReferences,
): Result<ExportRequestFacts> {
  const { consignment, profile, laws } = sources
  const exporter = { role: 'seller', party: consignment.parties.exporter } as const
  const gathered = combine({
    covered: checked([...notPrivate(consignment), ...notExportable(consignment)]),
    travel: shipmentFacts(consignment),
    office: exitOfficeOf(consignment),
    declarant: decideDeclarant(profile, laws),
    representation: representationOf(exporter, sources),
  })
  if (!gathered.ok) return gathered
  const { travel, office, declarant, representation } = gathered.value
  const ordered = fromOrder(consignment)
  const { arrival: means, borderModeCode } = travel.transport
  const freightPaymentCode = consignment.exit?.safety?.freightPayment
  return success({
    lrn: references.lrn,
    presentation: references.additionalType === 'A' ? 'arrived' : 'pre-lodged',
    exporter: declaredParty(exporter.party, ordered),
    consignee: namedParty(consignment.parties.consignee, ordered),
    declarant: { eori: declarant.value.eori, origin: declares(declarant.reason.text) },
    representation,
    shipment: {
      origin: ordered,
      goodsLocation: travel.goodsLocation,
      borderModeCode,
      ...(means && { means }),
    },
    references: referenceFacts(references),
    procedure: { code: '0012', additionalProcedures: ['21G'], origin: byRule(betweenPersons) },
    goodsItems: itemsOf(consignment),
    destinationCountry: travel.destinationCountry,
    exitOffice: office,
    ...(freightPaymentCode !== undefined && { freightPaymentCode }),
  })
}

const ofPapers: BilingualText = {
  en: 'Papers without a price are released on a request (0002), with no additional conditions (000).',
  zh: '无价款的文件以放行申请（0002）放行，无附加条件（000）。',
}

const betweenPersons: BilingualText = {
  en: 'Goods that one private person sends to another leave on a request (0012, 21G).',
  zh: '私人寄给私人的物品以放行申请（0012、21G）出境。',
}

function byRule(note: BilingualText): FieldOrigin {
  return { source: 'rule', note }
}

function declares(note: BilingualText): FieldOrigin {
  return { source: 'profile', note }
}

function itemsOf(consignment: Consignment): readonly ClearanceItemFacts[] {
  return consignment.goodsItems.map((item) => {
    const { description, grossWeightKg, netWeightKg } = item
    return {
      goods: {
        origin: { source: 'order', reference: item.orderReference },
        description,
        ...(grossWeightKg !== undefined && { grossWeightKg }),
        ...(netWeightKg !== undefined && { netWeightKg }),
        packages: packagesOf({ consignment }, item),
      },
    }
  })
}

/** Whoever asks for another needs its power; who asks for itself none. */
function representationOf(
  principal: { readonly role: 'buyer' | 'seller'; readonly party: Party },
  sources: ClearanceSources,
): Result<PartyFacts['representation']> {
  const { party, role } = principal
  const origin: FieldOrigin = {
    source: 'parties',
    note: {
      en: 'By the power that the principal has given, or on its own behalf.',
      zh: '依据委托人的授权，或以自己名义。',
    },
  }
  if (party.eori === sources.profile.declarant.eori) return success({ kind: 'self', origin })
  const [power] = authoritiesOf(principal, sources)
  if (power !== undefined) return success({ kind: power.representation, origin })
  return failure({
    code: 'authority-to-act-missing',
    path: '/authorityToAct',
    message: `${party.name} has given the declarant no power to ask for the release.`,
    mend: `State the power that the ${role} has given.`,
    zh: {
      message: `${party.name} 未授权申报人申请放行。`,
      mend: `请填写${role === 'buyer' ? '买方' : '卖方'}给予的授权。`,
    },
  })
}

function exitOfficeOf({ exit }: Consignment): Result<string> {
  if (exit?.office !== undefined) return success(exit.office)
  return failure({
    code: 'fact-missing',
    path: '/exit',
    message: 'It is not known by which customs office the goods leave.',
    mend: 'State the office of exit, such as GB000084 for Heathrow.',
    zh: { message: '不知货物由哪个海关出境。', mend: '请填写出境海关，如希思罗 GB000084。' },
  })
}

function notPapers({ goodsItems, shipFrom, deliverTo }: Consignment): readonly Failure[] {
  const toBritain = deliverTo.country === 'GB' && !isNorthernIreland(deliverTo)
  return [
    ...(toBritain && shipFrom.country !== 'GB' ? [] : [notToBritain]),
    ...goodsItems.flatMap((item, index): readonly Failure[] => {
      const { commodityCode, description, itemNumber, unitPrice } = item
      const path = (fact: string) => jsonPointer('goodsItems', index, fact)
      const named = {
        en: `Item ${itemNumber} (${description})`,
        zh: `第${itemNumber}项（${description}）`,
      }
      const priced = isZero(unitPrice.amount) ? [] : [hasPrice(named, path('unitPrice'))]
      if (commodityCode === undefined) return [...priced, noCode(named, path('commodityCode'))]
      return PRINTED.test(commodityCode)
        ? priced
        : [...priced, noPaper(named, path('commodityCode'))]
    }),
  ]
}

const notToBritain: Failure = {
  code: 'not-covered',
  path: '/deliverTo',
  message: 'A customs clearance request is made here for what comes from abroad to Great Britain.',
  mend: 'Name the format of the goods; to Northern Ireland other requests are made.',
  zh: {
    message: '此处的放行申请仅适用于自境外运至大不列颠的物品。',
    mend: '请选择适用的格式；运往北爱尔兰另有申请。',
  },
}

function hasPrice({ en, zh }: BilingualText, path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message: `${en} has a price: goods that were sold need a declaration.`,
    mend: 'Declare it in full (uk-cds-h1), or state a price of zero for papers without commercial value.',
    zh: {
      message: `${zh}有价款：售出的货物须申报。`,
      mend: '请作完整申报（uk-cds-h1）；无商业价值的文件请填价格零。',
    },
  }
}

function noCode({ en, zh }: BilingualText, path: string): Failure {
  return {
    code: 'fact-missing',
    path,
    message: `${en} has no commodity code, by which it would be known as papers.`,
    mend: 'State at least the six digits of the Harmonised System.',
    zh: { message: `${zh}缺少商品编码，无法认定为文件。`, mend: '请至少填写协调制度六位编码。' },
  }
}

function noPaper({ en, zh }: BilingualText, path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message: `${en} is no printed matter of chapter 49: only papers are released on a request here.`,
    mend: 'Declare it in full (uk-cds-h1).',
    zh: {
      message: `${zh}不是第49章的印刷品：此处仅文件可凭申请放行。`,
      mend: '请作完整申报（uk-cds-h1）。',
    },
  }
}

function notPrivate({ gift, parties }: Consignment): readonly Failure[] {
  const { buyer, seller, marketplace, purchasingAgent } = parties
  const isSold = gift !== true || marketplace !== undefined || purchasingAgent !== undefined
  if (!isSold && seller?.kind === 'private' && buyer.kind === 'private') return []
  return [
    {
      code: 'not-covered',
      path: '/gift',
      message:
        'Only what one private person sends to another as a gift leaves on a clearance request; what was sold is declared.',
      mend: 'Declare it in full (uk-cds-b1), or state that a private person sends it as a gift.',
      zh: {
        message: '仅私人寄给私人的礼品可凭放行申请出境；售出的货物须申报。',
        mend: '请作完整申报（uk-cds-b1），或说明由私人作为礼品寄出。',
      },
    },
  ]
}
