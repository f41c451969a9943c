import { latestDateAnywhere } from '../../customs/calendar/latest-date-anywhere.ts'
import { type Instant, isLocalDate } from '../../customs/calendar/local-date.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { completePurchases } from '../../customs/documents/complete-consignment.ts'
import { canonicalDocumentText, type Document } from '../../customs/documents/document.ts'
import {
  type PreferenceStatement,
  preferenceStatement,
} from '../../customs/documents/preference-statement.ts'
import { purchaseToState } from '../../customs/documents/purchase-to-state.ts'
import type { Signature } from '../../customs/documents/signature.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'
import { type PersonalFields, personalFieldsOfSignatory } from '../personal/personal-fields.ts'
import { insertPersonalRecord } from '../personal/personal-record.ts'
import type { ClearancePorts } from '../ports.ts'
import { type CaseJob, prepareCaseQueue, renderDocumentsQueue } from '../queues.ts'
import { insertFacts, newFact, readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { readTrader } from '../store/trader.ts'
import { changeCase, notInThisState } from './change-case.ts'
import { knownAgreement } from './known-agreement.ts'
import { PREPARABLE } from './prepare-case.ts'

/**
 * What the exporter adds when it signs. The words and the goods come from the agreement and the
 * case, so nobody can sign for other goods.
 */
export interface StatementInput {
  readonly caseId: string
  /** Id of the agreement under which the goods are stated to originate. */
  readonly agreement: string
  /** The exporter's own act: who stands by the statement, where and when. */
  readonly signature: Signature
  /** Code of the criterion, where the agreement wants it beside the words. */
  readonly originCriterion?: string
  /** Which purchase it is about, where goods of several invoices claim under the agreement. */
  readonly invoiceNumber?: string
  /** Any item of that purchase, where invoices of several sellers have the same number. */
  readonly itemNumber?: number
}

/**
 * Records that the exporter has signed a statement on origin: makes it out in the prescribed words
 * from what the case says of the goods, keeps it with the case, and has the case prepared anew,
 * because a claim may now rest on it. Fails with everything that the statement would lack.
 */
export async function signPreferenceStatement(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  input: StatementInput,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { caseId } = input
  const { tenantId, now } = context
  const signed = await changeCase(ports, transaction, caseId, {
    context,
    decide: async (state) => {
      if (!PREPARABLE.has(state.main))
        return notInThisState(state, { en: 'given a statement on origin', zh: '登记原产地声明' })
      const { facts, personal } = await readFacts<[Consignment]>(transaction, [state.consignment])
      const { profile } = await readTrader(transaction)
      const registrations = profile.exporterRegistrations ?? []
      const statement = makeOut(ports, input, { consignment: facts[0], registrations, now })
      if (!statement.ok) return statement
      return success([await keep(transaction, statement.value, { caseId, personal, context })])
    },
  })
  if (signed.ok) await askForWhatFollows(ports, transaction, { tenantId, caseId })
  return signed
}

async function askForWhatFollows(
  { renderDocuments }: ClearancePorts,
  transaction: TenantTransaction,
  job: CaseJob,
): Promise<void> {
  await enqueue(transaction, prepareCaseQueue, job)
  if (renderDocuments === 'on') await enqueue(transaction, renderDocumentsQueue, job)
}

interface StatementBasis {
  readonly consignment: Consignment
  readonly registrations: Parameters<typeof preferenceStatement>[0]['registrations']
  readonly now: Instant
}

interface StatementOfPurchase {
  readonly statement: PreferenceStatement
  /** Tells the purchase from others, also from one of another seller with the same invoice number. */
  readonly firstItemNumber: number
}

function makeOut(
  { reference }: ClearancePorts,
  { agreement: agreementId, signature, originCriterion, invoiceNumber, itemNumber }: StatementInput,
  { consignment, registrations, now }: StatementBasis,
): Result<StatementOfPurchase> {
  const agreement = knownAgreement(reference, agreementId)
  if (!agreement.ok) return agreement
  const day = signedBy(signature, now)
  if (!day.ok) return day
  const purchases = completePurchases(consignment, reference.names)
  if (!purchases.ok) return purchases
  const purchase = purchaseToState(purchases.value, {
    agreement: agreementId,
    ...(invoiceNumber !== undefined && { invoiceNumber }),
    ...(itemNumber !== undefined && { itemNumber }),
  })
  if (!purchase.ok) return purchase
  const statement = preferenceStatement({
    consignment: purchase.value,
    purchases: purchases.value,
    agreement: agreement.value,
    registrations,
    exchangeRates: reference.quoting.book.rates,
    signature,
    ...(originCriterion !== undefined && { originCriterion }),
  })
  if (!statement.ok) return statement
  const [first] = purchase.value.goodsItems
  if (first === undefined) throw new RangeError('a purchase without goods')
  return success({ statement: statement.value, firstItemNumber: first.itemNumber })
}

interface Keeping {
  readonly caseId: string
  /** The personal values of the order, which the statement may repeat. */
  readonly personal: PersonalFields
  readonly context: ChangeContext
}

/** The name of the signatory is personal data, so it is kept apart like that of a buyer. */
async function keep(
  transaction: TenantTransaction,
  { statement, firstItemNumber }: StatementOfPurchase,
  { caseId, personal, context }: Keeping,
): Promise<NewCaseEvent> {
  const { tenantId, now: at } = context
  const { agreementId: agreement, invoice, signature } = statement
  const id = newId('personal')
  const fields = personalFieldsOfSignatory(signature.signatory, id)
  await insertPersonalRecord(transaction, { id, tenantId, fields, at })
  const document: Document = { kind: 'preference-statement', templateVersion: 1, data: statement }
  const fact = newFact('document:preference-statement', document, { ...fields, ...personal })
  await insertFacts(transaction, [fact], { tenantId, caseId, at })
  return {
    type: 'preference-statement-signed',
    data: {
      agreement,
      invoiceNumber: invoice.number,
      firstItemNumber,
      document: fact.reference,
      contentSha256: sha256Hex(canonicalDocumentText(document)),
      signedOn: signature.signedOn,
    },
  }
}

/** The day has to be in the calendar, and to have come where the signatory was. */
function signedBy({ signedOn }: Signature, now: Instant): Result<undefined> {
  if (isLocalDate(signedOn) && signedOn <= latestDateAnywhere(now)) return success(undefined)
  return failure({
    code: 'invalid-input',
    path: '/signature/signedOn',
    message: `Nobody can have signed on ${signedOn}: there is no such day, or it has not come yet.`,
    mend: 'State the day on which the exporter signed.',
    zh: {
      message: `不可能在 ${signedOn} 签字：该日期不存在或尚未到来。`,
      mend: '请填写出口商签字的日期。',
    },
  })
}
