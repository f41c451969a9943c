import type { Consignment } from '../consignment/consignment.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import type { ImporterDecision } from './decide-importer.ts'
import type { ChargePayer } from './parties-decision.ts'
import { roleName } from './role-name.ts'
import type { TraderProfile } from './trader-profile.ts'

/** What the payers follow from. */
interface PayerQuestion {
  readonly consignment: Consignment
  readonly lane: LaneDecision
  readonly profile: TraderProfile
  readonly importer: ImporterDecision
}

/** Who bears each kind of charge in the end, and who owes it to the authority meanwhile. */
export function decidePayers(question: PayerQuestion): readonly ChargePayer[] {
  const { consignment, lane } = question
  const { saleVat, agentFee } = consignment
  return [
    ...(lane.customsDuty === 'due' ? [atBorder('customs-duty', question)] : []),
    ...(lane.vat === 'import-vat' ? [atBorder('import-vat', question)] : []),
    ...(lane.vat === 'charged-at-sale' && saleVat !== undefined ? [saleVatPayer] : []),
    ...(agentFee === undefined ? [] : [feePayer]),
  ]
}

/**
 * Who bears a charge is settled by the order, who owes it by the law; the two may be different
 * people.
 */
function atBorder(kind: 'customs-duty' | 'import-vat', question: PayerQuestion): ChargePayer {
  const payer = question.consignment.dutiesBilledTo
  const debtors = debtorsOf(question)
  return {
    ...{ kind, payer, debtors },
    reason: {
      en: `The order bills duties to the ${roleName[payer].en}; towards customs ${debtors.join(' and ')} ${debtors.length > 1 ? 'owe' : 'owes'} them.`,
      zh: `订单约定税费由${roleName[payer].zh}支付；对海关的债务人为${debtors.join('和')}。`,
    },
  }
}

/** @law Taxation (Cross-border Trade) Act 2018, section 6: an indirect agent owes with its principal */
function debtorsOf({ importer, profile }: PayerQuestion): readonly string[] {
  const importerName = importer.importerOfRecord.value.party.name
  return importer.representation.value === 'indirect'
    ? [importerName, profile.declarant.name]
    : [importerName]
}

/**
 * Whoever charged the VAT owes it to the authority on its own return, so there is no debtor here.
 */
const saleVatPayer: ChargePayer = {
  kind: 'sale-vat',
  payer: 'buyer',
  debtors: [],
  reason: {
    en: 'The buyer paid this VAT with the price.',
    zh: '买方已随价款支付该增值税。',
  },
}

/** A fee is a matter between the agent and the buyer. */
const feePayer: ChargePayer = {
  kind: 'fee',
  payer: 'buyer',
  debtors: [],
  reason: {
    en: "The agent's fee is on the buyer's bill.",
    zh: '代购服务费由买方承担。',
  },
}
