import { useSyncExternalStore } from 'react'

const PLACE = 'tidewaiter-character-keys'
const listeners = new Set<() => void>()
let isOn = remembered()

/**
 * Whether single characters do something by themselves. Who speaks to the computer, or touches keys
 * without meaning to, switches them off; arrows and Enter work all the same.
 */
export function characterKeysAreOn(): boolean {
  return isOn
}

/** Switches them for this browser. */
export function switchCharacterKeys(to: 'on' | 'off'): void {
  isOn = to === 'on'
  try {
    localStorage.setItem(PLACE, to)
  } catch {
    // A browser that keeps nothing goes by the choice until the page is left.
  }
  for (const tell of listeners) tell()
}

/** {@link characterKeysAreOn} for a component, which is drawn again when it changes. */
export function useCharacterKeys(): boolean {
  return useSyncExternalStore(listen, characterKeysAreOn)
}

function listen(tell: () => void): () => void {
  const elsewhere = ({ key }: StorageEvent): void => {
    if (key !== PLACE) return
    isOn = remembered()
    tell()
  }
  listeners.add(tell)
  window.addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(tell)
    window.removeEventListener('storage', elsewhere)
  }
}

function remembered(): boolean {
  try {
    return localStorage.getItem(PLACE) !== 'off'
  } catch {
    return true
  }
}
