import { type ChangeEvent, useEffect, useEffectEvent, useState } from 'react'

/** Typing is over when nothing was typed for so long. */
const PAUSE_MS = 250

interface SearchedWords {
  /** The words that are looked for now; others than those typed here show in the field. */
  readonly stated: string
  /** Told what to look for once typing is over, without the white space around it. */
  readonly onSettle: (words: string) => void
}

/**
 * The words of a field that looks for them while they are typed. What was typed is never put back to
 * what was asked for a moment ago, and nothing is asked for while an input method still composes.
 */
export function useTypedWords({ stated, onSettle }: SearchedWords) {
  const [typed, setTyped] = useState(stated)
  const [isComposing, setIsComposing] = useState(false)
  const [seen, setSeen] = useState(stated)
  // Asked for here and not seen yet: the address follows a moment later.
  const [asked, setAsked] = useState<readonly string[]>([])
  if (seen !== stated) {
    setSeen(stated)
    const own = asked.indexOf(stated)
    setAsked(own === -1 ? [] : asked.slice(own + 1))
    if (own === -1) setTyped(stated)
  }
  const settle = useEffectEvent(() => {
    const words = typed.trim()
    if (words === (asked.at(-1) ?? stated)) return
    setAsked([...asked, words])
    onSettle(words)
  })
  useEffect(() => {
    if (isComposing) return
    const timer = setTimeout(settle, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, isComposing])
  return {
    typed,
    setTyped,
    /** For the input itself. */
    field: {
      value: typed,
      onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value),
      onCompositionStart: () => setIsComposing(true),
      onCompositionEnd: () => setIsComposing(false),
    },
  }
}
