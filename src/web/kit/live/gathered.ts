interface Gathering {
  /** How long it has to be quiet before the call is made. */
  readonly quietMs: number
  /** How long the call may be put off while it is never quiet. */
  readonly mostMs: number
}

/** A call that is made once for many. */
export interface Gathered {
  (): void
  /** Forgets a call that was not made yet. */
  readonly cancel: () => void
}

/** Calls once for all calls that come close together, and now and then where they never cease. */
export function gathered(call: () => void, { quietMs, mostMs }: Gathering): Gathered {
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: number | undefined
  const cancel = () => {
    clearTimeout(timer)
    latest = undefined
  }
  const ask = () => {
    clearTimeout(timer)
    const now = Date.now()
    latest ??= now + mostMs
    timer = setTimeout(
      () => {
        cancel()
        call()
      },
      Math.max(0, Math.min(quietMs, latest - now)),
    )
  }
  return Object.assign(ask, { cancel })
}
