import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { InternalMarketFacts } from '../../customs/declaration/internal-market-facts.ts'
import type { PartiesDecision } from '../../customs/parties/parties-decision.ts'
import { failure, type Result, success } from '../../customs/result.ts'

/** Whose goods they are, and who imports them. */
interface SchemeSources {
  readonly consignment: Consignment
  readonly parties: Pick<PartiesDecision, 'importerOfRecord'>
}

/** The scheme asks that who holds the authorisation be the importer. */
export function internalMarketFacts({
  consignment,
  parties,
}: SchemeSources): Result<InternalMarketFacts> {
  const { internalMarket } = consignment
  const { role, party } = parties.importerOfRecord.value
  if (internalMarket === undefined) throw new Error('a lane without the scheme is not declared so')
  if (role !== internalMarket.holder || party.eori === undefined) {
    return failure({
      code: 'invalid-input',
      path: '/internalMarket/holder',
      message: `The ${internalMarket.holder} holds the authorisation of the UK Internal Market Scheme, but ${party.name} imports the goods; the holder has to be the importer.`,
      mend: 'Agree on a term of delivery under which the holder imports, or state who else is authorised.',
      zh: {
        message: `“英国内部市场计划”的授权由${internalMarket.holder === 'buyer' ? '买方' : '卖方'}持有，而进口商为${party.name}；进口商须为授权持有人。`,
        mend: '请约定由授权持有人进口的贸易术语，或填写其他被授权方。',
      },
    })
  }
  return success({
    origin: { source: 'order', reference: consignment.reference },
    holderEori: party.eori,
    number: internalMarket.authorisation,
  })
}
