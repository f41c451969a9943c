import type { Consignment } from '../consignment/consignment.ts'
import { sellersOf } from '../consignment/sellers-of.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import { cite, type Laws } from '../law/law.ts'
import type { Party } from '../order/party.ts'
import type {
  Decided,
  DutyPayment,
  ImportVatAccounting,
  PartyInRole,
  SellerForVat,
} from './parties-decision.ts'
import type { TraderProfile } from './trader-profile.ts'

/**
 * Who makes the supply that UK VAT asks about. Up to the limit for low value that is the marketplace
 * which brought the sale about; otherwise it is whoever sold the goods to the buyer.
 *
 * @law Value Added Tax Act 1994, section 5A, in force from 31 December 2020
 */
export function decideSellerForVat(
  consignment: Consignment,
  lane: LaneDecision,
  laws: Laws,
): Decided<SellerForVat> {
  const { marketplace, purchasingAgent } = consignment.parties
  if (marketplace !== undefined && isLowValue(lane)) {
    return {
      value: { role: 'marketplace', party: marketplace },
      reason: {
        text: {
          en: 'The marketplace brought about the sale of a low-value consignment and counts as its seller for VAT.',
          zh: '平台促成了低价值货物的销售，视为增值税意义上的销售方。',
        },
        law: cite(laws, 'gb-low-value-vat-marketplace'),
      },
    }
  }
  if (purchasingAgent?.capacity === 'resells') {
    return {
      value: { role: 'purchasing-agent', party: purchasingAgent.party },
      reason: {
        text: {
          en: 'The agent sells to the buyer in its own name.',
          zh: '代购方以自己名义售予买方。',
        },
      },
    }
  }
  const [seller, ...others] = sellersOf(consignment)
  if (others.length > 0) return eachSellerForVat([seller!, ...others])
  return {
    value: { role: 'seller', party: seller! },
    reason: { text: { en: 'The seller sells to the buyer.', zh: '卖方直接售予买方。' } },
  }
}

/** Lanes in which the marketplace takes the place of the seller, by the value of the goods. */
function isLowValue({ lane }: LaneDecision): boolean {
  return lane === 'gb-h1-low-value' || lane === 'ni-h7'
}

/** An agent who buys for the buyer makes no supply, however many shops it buys from. */
function eachSellerForVat(parties: readonly Party[]): Decided<SellerForVat> {
  return {
    value: { role: 'each-seller', parties },
    reason: {
      text: {
        en: `Each of the ${parties.length} sellers sells its own goods to the buyer; the agent only puts them together.`,
        zh: `${parties.length}个卖方各自将货物售予买方，代购方仅负责集货。`,
      },
    },
  }
}

/** How what customs charges is paid: from the profile's deferment account where there is one. */
export function decideDutyPayment({ deferment }: TraderProfile, laws: Laws): Decided<DutyPayment> {
  if (deferment === undefined) {
    return {
      value: { method: 'paid' },
      reason: {
        text: {
          en: 'There is no deferment account, so the charges are paid before release.',
          zh: '没有延期付款账户，须在放行前缴清税费。',
        },
      },
    }
  }
  const { accountNumber, holderEori, guaranteeReference } = deferment
  return {
    value: {
      ...{ method: 'deferred', accountNumber, holderEori },
      guarantee: guaranteeReference === undefined ? 'waived' : { reference: guaranteeReference },
    },
    reason: {
      text: {
        en: `The charges go to deferment account ${accountNumber} of ${holderEori}.`,
        zh: `税费记入${holderEori}的延期付款账户${accountNumber}。`,
      },
      law: cite(laws, 'gb-deferment'),
    },
  }
}

/** What the accounting of import VAT follows from. */
interface ImportVatQuestion {
  readonly consignment: Consignment
  readonly lane: LaneDecision
  readonly profile: TraderProfile
  readonly importer: PartyInRole
  readonly dutyPayment: Decided<DutyPayment>
  readonly laws: Laws
}

/**
 * Where import VAT is accounted for: at sale, on the importer's VAT return, or with the duty.
 * Postponed accounting is for importers with a UK VAT registration who choose it, not for low value.
 */
export function decideImportVat(question: ImportVatQuestion): Decided<ImportVatAccounting> {
  const { consignment, lane, laws, dutyPayment } = question
  if (lane.vat === 'charged-at-sale' && consignment.saleVat !== undefined) {
    const { registration } = consignment.saleVat
    return {
      value: { method: 'charged-at-sale', registration },
      reason: {
        text: {
          en: `VAT was charged at sale under ${registration}, so no import VAT is due.`,
          zh: `已在销售时以${registration}收取增值税，无须缴纳进口增值税。`,
        },
        law: cite(laws, 'gb-low-value-vat-declaration'),
      },
    }
  }
  const { vatNumber: ofBuyer } = consignment.parties.buyer
  if (lane.vat === 'customer-accounts' && ofBuyer !== undefined) return buyerAccounts(ofBuyer, laws)
  if (lane.vat === 'not-due') return noVat
  const vatNumber = mayBePostponed(lane) ? chosenRegistration(question) : undefined
  if (vatNumber === undefined) return dutyPayment
  return {
    value: { method: 'postponed', vatNumber },
    reason: {
      text: {
        en: `The importer, registered for UK VAT under ${vatNumber}, has chosen to account for import VAT on its return.`,
        zh: `进口商（英国增值税号${vatNumber}）选择在申报表中核算进口增值税。`,
      },
      law: cite(laws, 'gb-postponed-vat'),
    },
  }
}

/** The reverse charge of low-value goods: the buyer enters the VAT on its own return. */
function buyerAccounts(vatNumber: string, laws: Laws): Decided<ImportVatAccounting> {
  return {
    value: { method: 'customer-accounts', vatNumber },
    reason: {
      text: {
        en: `The buyer, registered for UK VAT under ${vatNumber}, accounts for the VAT on its return.`,
        zh: `买方（英国增值税号${vatNumber}）在申报表中自行核算增值税。`,
      },
      law: cite(laws, 'gb-low-value-vat-business-customer'),
    },
  }
}

const noVat: Decided<ImportVatAccounting> = {
  value: { method: 'not-due' },
  reason: {
    text: { en: 'No VAT is due at import.', zh: '进口时无须缴纳增值税。' },
  },
}

const lanesOfFullVat: ReadonlySet<LaneDecision['lane']> = new Set([
  ...(['gb-h1-standard', 'gb-h1-returned-goods', 'ni-h1'] as const),
])

/** Import VAT that falls due in full, not that of goods of low value. */
function mayBePostponed({ lane, vat }: LaneDecision): boolean {
  return vat === 'import-vat' && lanesOfFullVat.has(lane)
}

/**
 * Postponing is the importer's choice, so a VAT number alone does not mean it: the profile says for
 * which importer it was chosen.
 */
function chosenRegistration({ importer, profile }: ImportVatQuestion): string | undefined {
  const { eori } = importer.party
  const { postponedVat } = profile
  return eori !== undefined && postponedVat?.holderEori === eori
    ? postponedVat.vatNumber
    : undefined
}
