import { useQuery } from '@tanstack/react-query'

import type { CaseMessages } from '../../../api/messages.ts'
import type { CasePhase } from '../../../api/views/case-phase.ts'
import type { CaseView } from '../../../api/views/case-view.ts'
import { caseQueries } from './case-queries.ts'
import { isOnItsWay, isUndelivered } from './undelivered.ts'

/** What keeps a case that waits for customs: a message that is not there, or an examination. */
export function usePhase(view: CaseView): CasePhase | undefined {
  const { data } = useQuery(caseQueries.messages(view.id))
  if (view.nextAction?.waitingFor !== 'the-authority') return undefined
  return phaseOf(view, data?.sent ?? [])
}

/** What customs have not got comes before what they do. */
export function phaseOf(
  { controls }: Pick<CaseView, 'controls'>,
  sent: CaseMessages['sent'],
): CasePhase | undefined {
  if (sent.some(({ state }) => state === 'dead')) return 'given-up'
  if (sent.some(isUndelivered)) return 'trying-again'
  if (sent.some(isOnItsWay)) return 'being-sent'
  const isExamined = controls.some(({ state }) => state === 'examination-ordered')
  return isExamined ? 'under-examination' : undefined
}
