import type { BilingualText } from '../bilingual-text.ts'
import { cite } from '../law/law.ts'
import { deliveryCostTerms } from '../valuation/delivery-cost-terms.ts'
import type { Failure } from '../result.ts'
import type { ImporterQuestion } from './decide-importer.ts'
import type { Candidacy, ImporterObstacle } from './weigh-candidate.ts'

/**
 * The failure of a case in which nobody may import. It names why each candidate may not and every
 * way out, because the choice between them is a matter of contract and not ours.
 */
export function noLawfulImporter(
  weighed: readonly Candidacy[],
  question: ImporterQuestion,
): Failure {
  const obstacles = weighed.flatMap((candidacy) =>
    candidacy.kind === 'unlawful' ? candidacy.obstacles : [],
  )
  const why = {
    en: obstacles.map((obstacle) => obstacle.why.en).join('; '),
    zh: obstacles.map((obstacle) => obstacle.why.zh).join('；'),
  }
  // With nothing but a power missing there is an importer; only the declarant may not act for it yet.
  if (obstacles.every(({ kind }) => kind === 'authority')) {
    const mend = waysOut(obstacles.map((obstacle) => obstacle.mend))
    return {
      code: 'authority-to-act-missing',
      path: '/authorityToAct',
      message: `${capitalised(why.en)}.`,
      mend: mend.en,
      zh: { message: `${why.zh}。`, mend: mend.zh },
      law: cite(question.laws, 'gb-customs-agents').title,
    }
  }
  const mend = waysOut([...mendsPerCandidate(weighed), ...mendsOfContract(question)])
  return {
    code: 'no-lawful-importer',
    path: '/parties',
    message: `Nobody in this case may be the importer: ${why.en}.`,
    mend: mend.en,
    zh: { message: `本案中没有人可以作为进口商：${why.zh}。`, mend: mend.zh },
    law: cite(question.laws, 'gb-declarant-established').title,
  }
}

/** What one candidate needs is needed together; each candidate is a way of its own. */
function mendsPerCandidate(weighed: readonly Candidacy[]): readonly BilingualText[] {
  return weighed.flatMap((candidacy) =>
    candidacy.kind === 'unlawful' ? [allOf(candidacy.obstacles)] : [],
  )
}

function allOf(obstacles: readonly ImporterObstacle[]): BilingualText {
  return {
    en: obstacles.map(({ mend }) => mend.en).join(' and '),
    zh: obstacles.map(({ mend }) => mend.zh).join('，并'),
  }
}

/** Other ways to divide the duties of buyer and seller, under which somebody else would import. */
function mendsOfContract({ consignment }: ImporterQuestion): readonly BilingualText[] {
  const { incoterm, dutiesBilledTo, parties } = consignment
  if (deliveryCostTerms[incoterm.code].duties === 'beside-price') {
    return [
      {
        en: 'agree on DDP with a seller who holds a GB EORI and, if it is not established in the United Kingdom, has an indirect representative',
        zh: '与持有GB EORI号码的卖方约定DDP；卖方未在英国设立的，还须有间接代理人',
      },
    ]
  }
  return [
    ...(parties.marketplace !== undefined && dutiesBilledTo !== 'marketplace'
      ? [
          {
            en: `let the marketplace ${parties.marketplace.name} pay the duties and be the importer`,
            zh: `由平台${parties.marketplace.name}支付税费并作为进口商`,
          },
        ]
      : []),
    {
      en: 'agree on DAP, so that the buyer imports; the duties can still be billed to the seller',
      zh: '约定DAP，由买方进口；税费仍可由卖方支付',
    },
  ]
}

/** All ways in one sentence, numbered where there are several. */
function waysOut(ways: readonly BilingualText[]): BilingualText {
  const [first, ...others] = ways
  if (first !== undefined && others.length === 0) {
    return { en: `${capitalised(first.en)}.`, zh: `请${first.zh}。` }
  }
  const numbered = (text: string, index: number) => `(${index + 1}) ${text}`
  return {
    en: `Either ${ways.map(({ en }, index) => numbered(en, index)).join(', or ')}.`,
    zh: `请选择其一：${ways.map(({ zh }, index) => numbered(zh, index)).join('；')}。`,
  }
}

/** Reasons are kept as halves of sentences, so that they can be joined. */
function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
