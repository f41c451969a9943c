import { useSyncExternalStore } from 'react'

/**
 * Whether somebody can see the page. A browser opens a handful of connections to a server, all tabs
 * together, so a page that nobody sees keeps none.
 */
export function usePageVisible(): boolean {
  return useSyncExternalStore(listen, () => document.visibilityState === 'visible')
}

function listen(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
