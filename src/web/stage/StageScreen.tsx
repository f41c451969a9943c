import { useMutation } from '@tanstack/react-query'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useEffectEvent, useState } from 'react'

import type { StageState } from '../../stage/director/stage-state.ts'
import { isNotFound, isSignedOut } from '../kit/api/problem.ts'
import { useSay } from '../kit/words/LanguageProvider.tsx'
import { Controls } from './Controls.tsx'
import type { DirectorClient } from './director-client.ts'
import { Lanes } from './Lanes.tsx'
import { MessageDrawer } from './MessageDrawer.tsx'
import { MessageStrip } from './MessageStrip.tsx'
import { Narration } from './Narration.tsx'
import { Panes } from './Panes.tsx'
import classes from './stage.module.css'
import { StageSwitches } from './StageSwitches.tsx'
import { useMessages } from './use-messages.ts'
import { useStage } from './use-stage.ts'

interface StageScreenProps {
  readonly director: DirectorClient
  /** One-time link to the desk; its pane opens it. */
  readonly deskLink: string
  /** Called where the messages may not be read any more. */
  readonly onSignedInElsewhere: () => void
}

const words = { title: { en: 'Live stage', zh: '实况舞台' } }

/** What can be asked of the director by a button. */
export type Conduct = (ask: (director: DirectorClient) => Promise<StageState>) => void

/** The three panes with all that happens between them, on one screen. */
export function StageScreen({ director, deskLink, onSignedInElsewhere }: StageScreenProps) {
  const say = useSay()
  const { state, error } = useStage(director)
  const { messages, flights, error: unread } = useMessages(state?.case?.caseId)
  const isElsewhere = isSignedOut(unread) || isNotFound(unread)
  const tellElsewhere = useEffectEvent(onSignedInElsewhere)
  useEffect(() => {
    if (isElsewhere) tellElsewhere()
  }, [isElsewhere])
  const [opened, setOpened] = useState<string>()
  const isWide = useMediaQuery('(min-width: 64em)', true)
  const { mutate, error: refused } = useMutation({
    mutationFn: (ask: (client: DirectorClient) => Promise<StageState>) => ask(director),
  })
  const conduct: Conduct = (ask) => mutate(ask)
  const shown = messages.find(({ id }) => id === opened)
  return (
    <main className={classes.screen}>
      <h1 className="screen-reader-only">{say(words.title)}</h1>
      <Controls state={state} conduct={conduct} />
      <Narration
        state={state}
        problem={refused?.message ?? error?.message ?? state?.problem ?? unread?.message}
      />
      <Lanes
        flights={flights}
        line={state?.line ?? 'whole'}
        worker={state?.worker ?? 'running'}
        onOpen={setOpened}
      />
      <Panes state={state} deskLink={deskLink} layout={isWide ? 'beside' : 'tabs'} />
      {state !== undefined && <StageSwitches switches={state.switches} conduct={conduct} />}
      <MessageStrip messages={messages} onOpen={setOpened} />
      <MessageDrawer message={shown} onClose={() => setOpened(undefined)} />
    </main>
  )
}
