import { createRootRoute, Outlet } from '@tanstack/react-router'

import { BrokenPage } from '../kit/components/BrokenPage.tsx'
import { HOME } from './home.ts'

/** Above every page of the console, those without a session included. */
export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: ({ error, reset }) => <BrokenPage error={error} onRetry={reset} home={HOME} />,
})
