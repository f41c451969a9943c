import type { Consignment } from '../consignment/consignment.ts'
import type { Declaration } from '../declaration/declaration.ts'
import type { Failure } from '../result.ts'
import type { CommercialInvoice } from './commercial-invoice.ts'
import { statementsOfDeclaration } from './declaration-statements.ts'
import type { PackingList } from './packing-list.ts'
import {
  statementsOfConsignment,
  statementsOfInvoice,
  statementsOfPackingList,
} from './paper-statements.ts'
import type { Statement } from './statement.ts'

/** The papers of one case that have to tell the same story. */
export interface PapersOfCase {
  readonly consignment: Consignment
  /** One invoice a seller. */
  readonly invoices: readonly CommercialInvoice[]
  readonly packingList: PackingList
  readonly declaration?: Declaration
}

/**
 * Finds every fact on which two papers of a case contradict each other: lines, quantities, amounts,
 * currencies, codes, origins, weights, packages, terms and parties. Numbers are compared by value.
 * Each `documents-disagree` names both places and both values; a paper that is silent on a fact
 * contradicts nobody.
 */
export function checkAgreement(papers: PapersOfCase): readonly Failure[] {
  const { consignment, invoices, packingList, declaration } = papers
  const statements = [
    ...statementsOfConsignment(consignment),
    ...invoices.flatMap((invoice, index) => statementsOfInvoice(invoice, `invoices/${index}`)),
    ...statementsOfPackingList(packingList),
    ...(declaration ? statementsOfDeclaration(declaration) : []),
  ]
  const firstByFact = new Map<string, Statement>()
  return statements.flatMap((statement) => {
    const first = firstByFact.get(statement.fact.en)
    if (first === undefined) firstByFact.set(statement.fact.en, statement)
    return first === undefined || first.value === statement.value
      ? []
      : [disagreement(first, statement)]
  })
}

/**
 * The first paper counts as the base only for the wording; neither of the two is taken for right.
 */
function disagreement(first: Statement, other: Statement): Failure {
  const [one, another] = [first, other].map(({ value }) => JSON.stringify(value))
  return {
    code: 'documents-disagree',
    path: other.path,
    message: `${other.path} says that ${other.fact.en} is ${another}, but ${first.path} says ${one}.`,
    mend: `Find out which of the two is right, correct the other and make the papers out anew.`,
    zh: {
      message: `${other.fact.zh}不一致：${other.path} 为 ${another}，而 ${first.path} 为 ${one}。`,
      mend: '请查明哪一个正确，更正另一个并重新出具单证。',
    },
  }
}
