import { Badge } from '@mantine/core'

import { useSay } from '../words/LanguageProvider.tsx'
import { caseStates } from '../terms/case-states.ts'
import { stateColour } from './state-colour.ts'
import classes from './StateBadge.module.css'

/** Where a case stands, in one word; what that means is a hover away. */
export function StateBadge({ state }: { readonly state: keyof typeof caseStates }) {
  const say = useSay()
  const { label, explanation } = caseStates[state]
  return (
    <Badge
      className={classes.badge ?? ''}
      color={stateColour(state)}
      variant="light"
      radius="sm"
      title={say(explanation)}
    >
      {say(label)}
    </Badge>
  )
}
