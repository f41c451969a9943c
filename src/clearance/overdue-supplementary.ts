import type { Finding } from '../customs/readiness/finding.ts'
import type { CaseState } from './case-state.ts'

/** What is found wrong with a case whose supplementary declaration was not handed in by its day. */
export function overdueSupplementary({ supplementary }: CaseState): readonly Finding[] {
  if (supplementary?.state !== 'overdue') return []
  const { dueOn } = supplementary
  return [
    {
      id: 'supplementary-overdue',
      severity: 'warning',
      path: '/supplementaryDeclaration',
      message: {
        en: `The supplementary declaration was due on ${dueOn} and has not been handed in.`,
        zh: `补充申报应于 ${dueOn} 前提交，尚未提交。`,
      },
      mend: {
        en: 'Hand it in at once, and tell HMRC that it is late.',
        zh: '请立即提交，并告知 HMRC 逾期情况。',
      },
    },
  ]
}
