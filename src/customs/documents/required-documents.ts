import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import { isWithoutSale } from '../lane/without-sale.ts'
import { cite, type Laws } from '../law/law.ts'
import type { PartiesDecision, TradeRole } from '../parties/parties-decision.ts'
import type { HeldProof } from './held-proof.ts'
import type { PreferenceAgreement } from './preference-agreements.ts'
import { proofsOfOrigin } from './proofs-of-origin.ts'
import type { RequiredDocument } from './required-document.ts'
import { sellerRole } from './seller-role.ts'

/** The decisions from which the papers of a case follow. */
export interface DocumentsQuestion {
  readonly consignment: Consignment
  readonly lane: LaneDecision
  readonly parties: PartiesDecision
  /** The day of the declaration. */
  readonly on: LocalDate
  readonly laws: Laws
  readonly preferenceAgreements: readonly PreferenceAgreement[]
  /** The proofs of preferential origin that the case holds. */
  readonly heldProofs: readonly HeldProof[]
}

/**
 * The papers of a case for import into Great Britain. Papers that are not needed stay on the list
 * with the reason why. Measures on single goods, such as licences and health certificates, are not
 * looked at: goods that are subject to one are not in the tariff that is loaded here.
 */
export function requiredDocuments(question: DocumentsQuestion): readonly RequiredDocument[] {
  return [
    isWithoutSale(question.lane) ? statementOfValue(question) : commercialInvoice(question),
    ...proofOfExport(question),
    packingList(question),
    transportDocument(question),
    certificateOfOrigin(question),
    ...proofsOfOrigin(question),
    authorityToAct(question),
    saleVatEvidence(question),
  ]
}

/** Valuation method 1 rests on the price of the sale, so no declaration here goes without it. */
function commercialInvoice({ consignment, laws }: DocumentsQuestion): RequiredDocument {
  const invoices = consignment.goodsItems.map(
    ({ invoice = consignment.commercialInvoice }) => invoice?.number,
  )
  const numbers = [...new Set(invoices)]
  const isComplete = !numbers.includes(undefined)
  return {
    type: 'commercial-invoice',
    documentCode: 'N935',
    needed: 'required',
    why: {
      en: 'The customs value is taken from the price that it states.',
      zh: '海关完税价格以发票所列价格为依据。',
    },
    law: cite(laws, 'gb-customs-value'),
    whoProvides: sellerRole(consignment),
    state: isComplete ? 'can-be-made-out' : 'absent',
    ...(isComplete && { reference: numbers.join(', ') }),
  }
}

/** Nobody has sold the goods, so whoever sends them says what they are worth. */
function statementOfValue({ consignment, laws }: DocumentsQuestion): RequiredDocument {
  const { commercialInvoice: statement } = consignment
  return {
    type: 'statement-of-value',
    documentCode: 'N325',
    needed: 'required',
    why: {
      en: 'The goods were not sold, so the customs value is taken from what their sender says they are worth; its number and date stand in the place of those of an invoice.',
      zh: '货物并非出售，完税价格以寄件人的价值声明为依据；其编号和日期填在发票栏。',
    },
    law: cite(laws, 'gb-valuation-methods'),
    whoProvides: sellerRole(consignment),
    state: statement === undefined ? 'absent' : 'held',
    ...(statement && { reference: statement.number }),
  }
}

/** The relief for returned goods rests on their having been exported. */
function proofOfExport({
  consignment: { returnedGoods },
  lane,
  laws,
}: DocumentsQuestion): readonly RequiredDocument[] {
  if (lane.lane !== 'gb-h1-returned-goods' || returnedGoods === undefined) return []
  const reference = returnedGoods.exportMrn ?? returnedGoods.otherProof
  return [
    {
      type: 'proof-of-export',
      needed: 'required',
      why: {
        en: 'Relief for returned goods is claimed, and customs may ask to see that they were exported.',
        zh: '申请退运货物减免，海关可能要求证明货物曾经出口。',
      },
      law: cite(laws, 'gb-returned-goods'),
      whoProvides: 'buyer',
      state: reference === undefined ? 'absent' : 'held',
      ...(reference !== undefined && { reference }),
    },
  ]
}

/** No rule demands it, but an examination without it opens every package. */
function packingList({ consignment }: DocumentsQuestion): RequiredDocument {
  const { packages, goodsItems } = consignment
  const isWeighed = goodsItems.every((item) => item.netWeightKg && item.grossWeightKg)
  return {
    type: 'packing-list',
    documentCode: 'N271',
    needed: 'recommended',
    why: {
      en: 'With it an officer finds the goods without opening every package.',
      zh: '便于海关查验时无需逐件开箱即可找到货物。',
    },
    whoProvides: sellerRole(consignment),
    state: packages !== undefined && isWeighed ? 'can-be-made-out' : 'absent',
  }
}

/** The letter N and the name of the document by UN/EDIFACT code list 1001. */
const transportDocumentCodes: Readonly<Record<Consignment['transport']['mode'], string>> = {
  sea: 'N705',
  rail: 'N720',
  road: 'N730',
  air: 'N740',
  post: 'N750',
}

/** Recommended, not required: a declaration before arrival is lodged before it exists. */
function transportDocument({ consignment, laws }: DocumentsQuestion): RequiredDocument {
  const { mode, transportDocument: reference } = consignment.transport
  return {
    type: 'transport-document',
    documentCode: transportDocumentCodes[mode],
    needed: 'recommended',
    why: {
      en: 'It shows the way and the cost of transport, which belongs to the customs value.',
      zh: '证明运输路线和费用，运费计入完税价格。',
    },
    law: cite(laws, 'gb-valuation-transport-costs'),
    whoProvides: 'carrier',
    state: reference === undefined ? 'absent' : 'held',
    ...(reference !== undefined && { reference }),
  }
}

/**
 * Non-preferential origin is declared, not certified, unless a measure on the goods asks for it.
 */
function certificateOfOrigin({ consignment }: DocumentsQuestion): RequiredDocument {
  const isOriginKnown = consignment.goodsItems.every((item) => item.origin !== undefined)
  return {
    type: 'certificate-of-origin',
    needed: 'not-needed',
    why: {
      en: 'Great Britain asks for none at the full rate of duty; a buyer or a bank may.',
      zh: '按全额税率进口英国无需原产地证书；买方或银行可能要求。',
    },
    whoProvides: 'chamber-of-commerce',
    state: isOriginKnown ? 'can-be-made-out' : 'absent',
  }
}

/** The power is not shown with the declaration, but customs may ask for it at any time. */
function authorityToAct({ consignment, parties, laws }: DocumentsQuestion): RequiredDocument {
  const type = 'authority-to-act'
  const { authorityToAct: authority } = consignment
  const whoProvides = parties.importerOfRecord.value.role
  const law = cite(laws, 'gb-customs-agents')
  if (parties.representation.value === 'self') {
    return {
      ...{ type, whoProvides, law, needed: 'not-needed', state: 'absent' },
      why: { en: 'The importer declares for itself.', zh: '进口商自行申报。' },
    }
  }
  return {
    ...{ type, whoProvides, law, needed: 'required' },
    why: {
      en: `${parties.declarant.value.name} declares for the importer, who has to have empowered it.`,
      zh: `${parties.declarant.value.name}代进口商申报，须有授权。`,
    },
    // The representation was decided on a power for this consignment or a standing one.
    state: 'held',
    ...(authority && { reference: authority.reference }),
  }
}

/** Relief from import VAT without evidence may be recovered with a penalty. */
function saleVatEvidence({ consignment, lane, laws }: DocumentsQuestion): RequiredDocument {
  const type = 'sale-vat-evidence'
  const { saleVat } = consignment
  const whoProvides: TradeRole = saleVat?.chargedBy ?? 'seller'
  const law = cite(laws, 'gb-low-value-vat-declaration')
  if (lane.vat !== 'charged-at-sale') {
    return {
      ...{ type, whoProvides, law, needed: 'not-needed', state: 'absent' },
      why: {
        en: 'No relief from import VAT is claimed.',
        zh: '未申请免征进口增值税。',
      },
    }
  }
  return {
    ...{ type, whoProvides, law, needed: 'required' },
    why: {
      en: 'Relief from import VAT is claimed because VAT was charged at the sale, which has to be shown.',
      zh: '因销售时已收取增值税而申请免征进口增值税，须予证明。',
    },
    state: saleVat === undefined ? 'absent' : 'held',
    ...(saleVat && { reference: saleVat.registration }),
  }
}
