import { Badge } from '@mantine/core'

import { useSay } from '../words/LanguageProvider.tsx'
import type { CasePhase } from '../../../api/views/case-phase.ts'
import { casePhases } from '../terms/case-phases.ts'
import { caseStates } from '../terms/case-states.ts'
import { stateColour } from './state-colour.ts'
import classes from './StateBadge.module.css'

interface StateBadgeProps {
  readonly state: keyof typeof caseStates
  readonly phase?: CasePhase | undefined
}

/** Where a case stands, in one word; what that means is a hover away. */
export function StateBadge({ state, phase }: StateBadgeProps) {
  const say = useSay()
  const isPhase = phase !== undefined && saysMore(state, phase)
  const { label, explanation } = isPhase ? casePhases[phase] : caseStates[state]
  return (
    <Badge
      className={classes.badge ?? ''}
      color={isPhase ? phaseColours[phase] : stateColour(state)}
      variant="light"
      radius="sm"
      title={say(explanation)}
    >
      {say(label)}
    </Badge>
  )
}

/** A declaration that is not there is not sent to customs; goods that are examined are not only checked. */
function saysMore(state: keyof typeof caseStates, phase: CasePhase): boolean {
  return phase === 'under-examination' ? state === 'accepted' : state === 'lodged'
}

const phaseColours: Readonly<Record<CasePhase, string>> = {
  'being-sent': 'blue',
  'trying-again': 'yellow',
  'given-up': 'red',
  'under-examination': 'blue',
}
