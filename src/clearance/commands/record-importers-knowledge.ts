import type { Consignment, GoodsItem } from '../../customs/consignment/consignment.ts'
import { purchasesOf } from '../../customs/consignment/purchases-of.ts'
import type { GoodsOfKnownOrigin } from '../../customs/documents/held-proof.ts'
import {
  dispatchOutsideAgreement,
  exporterOutsideAgreement,
} from '../../customs/documents/export-outside-agreement.ts'
import { originOutsideAgreement } from '../../customs/documents/origin-outside-agreement.ts'
import type { PreferenceAgreement } from '../../customs/documents/preference-agreements.ts'
import { failure, type Failure, type Result, resultOf, success } from '../../customs/result.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { ClearancePorts } from '../ports.ts'
import { prepareCaseQueue } from '../queues.ts'
import { readFacts } from '../store/case-fact.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { changeCase, notInThisState } from './change-case.ts'
import { knownAgreement } from './known-agreement.ts'
import { PREPARABLE } from './prepare-case.ts'

/** What an importer vouches for: that the goods which claim under an agreement do originate. */
export interface KnowledgeInput {
  readonly caseId: string
  /** Id of the agreement under which the importer knows the goods to originate. */
  readonly agreement: string
  /** The records that show it, uploaded to the case before. */
  readonly attachmentIds: readonly string[]
}

/**
 * Records that the importer knows the goods to be originating, for the goods that claim a preference
 * on that. The knowledge has to rest on records, so they have to be with the case; the case is then
 * prepared anew.
 *
 * @law Trade and Cooperation Agreement with the European Union, article 58 (ORIG.21): the knowledge is
 *   based on information that demonstrates the origin
 */
export async function recordImportersKnowledge(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { caseId, agreement: agreementId, attachmentIds }: KnowledgeInput,
  context: ChangeContext,
): Promise<Result<CaseState>> {
  const { tenantId } = context
  const recorded = await changeCase(ports, transaction, caseId, {
    context,
    decide: async (state) => {
      if (!PREPARABLE.has(state.main))
        return notInThisState(state, { en: "given an importer's knowledge", zh: '登记进口商所知' })
      const agreement = knownAgreement(ports.reference, agreementId)
      if (!agreement.ok) return agreement
      const missing = missingRecords(state, attachmentIds)
      if (missing.length > 0) return resultOf(missing, () => [])
      const { facts } = await readFacts<[Consignment]>(transaction, [state.consignment])
      const goods = goodsOfKnownOrigin(facts[0], agreement.value)
      if (!goods.ok) return goods
      const data = { agreement: agreementId, goods: goods.value, attachmentIds }
      return success([{ type: 'importers-knowledge-recorded', data }])
    },
  })
  if (recorded.ok) await enqueue(transaction, prepareCaseQueue, { tenantId, caseId })
  return recorded
}

function missingRecords(
  { attachments }: CaseState,
  attachmentIds: readonly string[],
): readonly Failure[] {
  const known = new Set(attachments.map(({ attachmentId }) => attachmentId))
  return attachmentIds.flatMap((attachmentId, index): readonly Failure[] =>
    known.has(attachmentId) ? [] : [noSuchRecord(attachmentId, index)],
  )
}

/** The goods that claim the preference on the importer's knowledge, as they are now. */
function goodsOfKnownOrigin(
  consignment: Consignment,
  agreement: PreferenceAgreement,
): Result<readonly GoodsOfKnownOrigin[]> {
  const { id, countries, proofs } = agreement
  const kinds = proofs.filter(({ madeOutBy }) => madeOutBy === 'importer').map(({ kind }) => kind)
  const claims = ({ preference }: GoodsItem) =>
    preference?.agreement === id && kinds.includes(preference.proof)
  const claiming = consignment.goodsItems.filter(claims)
  if (claiming.length === 0) return noGoodsClaim(id)
  const ofItems = claiming.flatMap((item): readonly Failure[] => {
    if (item.commodityCode === undefined || item.origin === undefined) return [factsMissing(item)]
    return countries?.has(item.origin) === true ? [] : [originOutsideAgreement(item, id)]
  })
  const ofExporters = purchasesOf(consignment)
    .filter(({ goodsItems }) => goodsItems.some(claims))
    .flatMap((purchase) => exporterOutsideAgreement(purchase, agreement))
  const ofDispatch = dispatchOutsideAgreement(consignment, agreement)
  return resultOf([...ofItems, ...ofExporters, ...ofDispatch], () =>
    claiming.map(({ itemNumber, commodityCode = '', origin = '' }) => ({
      ...{ itemNumber, commodityCode, origin },
    })),
  )
}

function noSuchRecord(attachmentId: string, index: number): Failure {
  return {
    code: 'not-found',
    path: `/attachmentIds/${index}`,
    message: `The case has no paper ${attachmentId}.`,
    mend: 'Upload the records that show the origin to the case first.',
    zh: { message: `本案没有单证 ${attachmentId}。`, mend: '请先将证明原产地的记录上传到本案。' },
  }
}

function noGoodsClaim(agreementId: string): ReturnType<typeof failure> {
  return failure({
    code: 'not-found',
    path: '/agreement',
    message: `No goods claim a preference under ${agreementId} on the importer's knowledge.`,
    mend: 'Claim it on the goods that originate there, where the agreement takes such a proof.',
    zh: {
      message: `没有货物凭进口商所知申请 ${agreementId} 的优惠税率。`,
      mend: '协定接受此种证明的，请在原产于当地的货物上申请。',
    },
  })
}

function factsMissing({ itemNumber }: GoodsItem): Failure {
  return {
    code: 'fact-missing',
    path: `/goodsItems/${itemNumber - 1}`,
    message: `Item ${itemNumber} claims a preference and lacks its commodity code or origin.`,
    mend: 'Mend the goods data of the case with this fact.',
    zh: {
      message: `第${itemNumber}项申请优惠税率，但缺少商品编码或原产国。`,
      mend: '请在本案的货物资料中补充此项。',
    },
  }
}
