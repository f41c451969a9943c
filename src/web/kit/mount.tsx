import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

import { AppProviders } from './AppProviders.tsx'

/** Puts an application into its page. */
export function mount(application: ReactNode): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no element #root')
  createRoot(root).render(
    <StrictMode>
      <AppProviders>{application}</AppProviders>
    </StrictMode>,
  )
}
