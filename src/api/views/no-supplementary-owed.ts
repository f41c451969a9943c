import type { Failure } from '../../customs/result.ts'

/** The failure of a question about the supplementary declaration of a case that owes none. */
export const noSupplementaryOwed: Failure = {
  code: 'not-found',
  path: '/supplementary',
  message: 'No supplementary declaration of this case is owed.',
  mend: 'One is owed once goods are released on a simplified declaration; read the case for it.',
  zh: { message: '本案不须提交补充申报。', mend: '货物凭简化申报放行后才须提交；请查看本案。' },
}
