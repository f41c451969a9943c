import { Badge } from '@mantine/core'

import type { LodgementState } from '../../authority/life-cycle/lodgement-state.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { stateColours, stateWords } from './terms/states.ts'

/** The state of a lodgement, readable without its colour. */
export function StateBadge({ state }: { readonly state: LodgementState }) {
  const say = useSay()
  return (
    <Badge
      variant="light"
      color={stateColours[state]}
      c="var(--mantine-color-text)"

      style={{ maxWidth: '100%' }}
    >
      {say(stateWords[state])}
    </Badge>
  )
}
