import { useEffect, useState } from 'react'

import type { StageState } from '../../stage/director/stage-state.ts'
import { type DirectorClient, DirectorError } from './director-client.ts'

/** The stage as the director tells it, and whether it can be heard. */
export interface Heard {
  readonly state?: StageState
  readonly error?: DirectorError
}

const LISTEN_AGAIN_AFTER_MS = 1_500

/** Follows the director for as long as the page is open. */
export function useStage(director: DirectorClient): Heard {
  const [heard, setHeard] = useState<Heard>({})
  useEffect(() => {
    const leaving = new AbortController()
    let timer: number | undefined
    const listen = async (): Promise<void> => {
      try {
        await director.follow((state) => setHeard({ state }), leaving.signal)
      } catch (error) {
        if (leaving.signal.aborted) return
        const problem = asDirectorError(error)
        setHeard(({ state }) => ({ ...(state && { state }), error: problem }))
        // A link of an earlier start stays one however often it is shown.
        if (problem.status === 401) return
      }
      if (!leaving.signal.aborted) {
        timer = window.setTimeout(() => void listen(), LISTEN_AGAIN_AFTER_MS)
      }
    }
    void listen()
    return () => {
      leaving.abort()
      window.clearTimeout(timer)
    }
  }, [director])
  return heard
}

function asDirectorError(error: unknown): DirectorError {
  if (error instanceof DirectorError) return error
  return new DirectorError(0, error instanceof Error ? error.message : String(error))
}
