import { useEffect, useState } from 'react'

import { useFormats } from '../words/LanguageProvider.tsx'

const EVERY_MS = 30_000

interface InstantTextProps {
  readonly at: string
  /**
   * `ago` tells the distance and keeps it true as time goes on, `clock` the time of a moment of
   * today; the exact moment is a hover away.
   */
  readonly as?: 'moment' | 'ago' | 'day' | 'clock'
}

/** A moment as people read it; machines find it in `dateTime`. */
export function InstantText({ at, as = 'moment' }: InstantTextProps) {
  const formats = useFormats()
  const now = useNow(as === 'ago')
  const text = {
    moment: () => formats.instant(at),
    // The page's now is up to half a minute old; what came after it is not ahead of us.
    ago: () => formats.ago(at, Math.max(now, Math.min(Date.parse(at), now + EVERY_MS))),
    day: () => formats.day(at),
    clock: () => formats.time(at),
  }[as]()
  return (
    <time dateTime={at} title={formats.exactInstant(at)}>
      {text}
    </time>
  )
}

function useNow(ticks: boolean): number {
  const [now, setNow] = useState(() => new Date().getTime())
  useEffect(() => {
    if (!ticks) return
    const timer = setInterval(() => setNow(new Date().getTime()), EVERY_MS)
    return () => clearInterval(timer)
  }, [ticks])
  return now
}
