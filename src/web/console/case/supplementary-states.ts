import type { CaseView } from '../../../api/views/case-view.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'

type State = NonNullable<CaseView['supplementary']>['state']

/** Where a supplementary declaration stands. */
export const supplementaryStates: Readonly<Record<State, BilingualText>> = {
  owed: { en: 'To be handed in', zh: '待提交' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  lodged: { en: 'Handed in', zh: '已提交' },
  accepted: { en: 'Accepted', zh: '已接受' },
  cleared: { en: 'Cleared', zh: '已结案' },
}
