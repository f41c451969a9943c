import { createRootRoute, Outlet } from '@tanstack/react-router'

import { NotFoundPage } from './NotFoundPage.tsx'
import { BrokenPage } from './BrokenPage.tsx'

/** Above every page of the console, those without a session included. */
export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ error, reset }) => <BrokenPage error={error} onRetry={reset} />,
})
