import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'
import type { ListSearch } from './list-search.ts'

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
})

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases',
  // Read by the page itself, so that what it knows of filters does not load with the frame.
  validateSearch: (search: Record<string, unknown>) => search as ListSearch,
  component: lazyRouteComponent(() => import('./CasesPage.tsx'), 'CasesPage'),
})

/** What needs somebody today, and the list of cases. */
export const caseListRoutes = [homeRoute, listRoute] as const
