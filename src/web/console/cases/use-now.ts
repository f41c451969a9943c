import { useEffect, useState } from 'react'

const EVERY_MS = 30_000

/** The present moment in milliseconds, told anew now and then, so that all rows count from the same. */
export function useNow(): number {
  const [now, setNow] = useState(() => new Date().getTime())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().getTime()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
