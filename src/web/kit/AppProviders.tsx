import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './page.css'

import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import { createQueries } from './api/queries.ts'
import { theme } from './theme.ts'
import { LanguageProvider } from './words/LanguageProvider.tsx'

/** What every application of the house stands in: look, language, answers of the interface, notices. */
export function AppProviders({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(createQueries)
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-right" />
          {children}
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}
