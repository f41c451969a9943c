import { cite } from '../law/law.ts'
import { deliveryCostTerms } from '../quote/delivery-cost-terms.ts'
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
  const why = obstacles.map((obstacle) => obstacle.why.en).join('; ')
  // With nothing but a power missing there is an importer; only the declarant may not act for it yet.
  if (obstacles.every(({ kind }) => kind === 'authority')) {
    return {
      code: 'authority-to-act-missing',
      path: '/authorityToAct',
      message: `${capitalised(why)}.`,
      mend: waysOut(obstacles.map(({ mend }) => mend)),
      law: cite(question.laws, 'gb-customs-agents').title,
    }
  }
  return {
    code: 'no-lawful-importer',
    path: '/parties',
    message: `Nobody in this case may be the importer: ${why}.`,
    mend: waysOut([...mendsPerCandidate(weighed), ...mendsOfContract(question)]),
    law: cite(question.laws, 'gb-declarant-established').title,
  }
}

/** What one candidate needs is needed together; each candidate is a way of its own. */
function mendsPerCandidate(weighed: readonly Candidacy[]): readonly string[] {
  return weighed.flatMap((candidacy) =>
    candidacy.kind === 'unlawful'
      ? [candidacy.obstacles.map((obstacle: ImporterObstacle) => obstacle.mend).join(' and ')]
      : [],
  )
}

/** Other ways to divide the duties of buyer and seller, under which somebody else would import. */
function mendsOfContract({ consignment }: ImporterQuestion): readonly string[] {
  const { incoterm, dutiesBilledTo, parties } = consignment
  if (deliveryCostTerms[incoterm.code].duties === 'beside-price') {
    return [
      'agree on DDP with a seller who holds a GB EORI and, if it is not established in the United Kingdom, has an indirect representative',
    ]
  }
  return [
    ...(parties.marketplace !== undefined && dutiesBilledTo !== 'marketplace'
      ? [`let the marketplace ${parties.marketplace.name} pay the duties and be the importer`]
      : []),
    'agree on DAP, so that the buyer imports; the duties can still be billed to the seller',
  ]
}

/** All ways in one sentence, numbered where there are several. */
function waysOut(ways: readonly string[]): string {
  if (ways.length === 1) return `${capitalised(ways[0] ?? '')}.`
  return `Either ${ways.map((way, index) => `(${index + 1}) ${way}`).join(', or ')}.`
}

/** Reasons are kept as halves of sentences, so that they can be joined. */
function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
