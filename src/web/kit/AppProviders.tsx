import '@mantine/core/styles.css'
import './page.css'

import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'

import { createQueries } from './api/queries.ts'
import { onFirstNotice } from './notices.ts'
import { surroundingScheme } from './embedded.ts'
import { theme } from './theme.ts'
import { LanguageProvider } from './words/LanguageProvider.tsx'

const Noticeboard = lazy(async () => ({ default: (await import('./Noticeboard.tsx')).Noticeboard }))

/** What every application of the house stands in: look, language, answers of the interface, notices. */
export function AppProviders({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(createQueries)
  const [hasNotices, setHasNotices] = useState(false)
  useEffect(() => onFirstNotice(() => setHasNotices(true)), [])
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(surroundingScheme !== undefined && { forceColorScheme: surroundingScheme })}
    >
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          {children}
          {hasNotices && (
            <Suspense>
              <Noticeboard />
            </Suspense>
          )}
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}
