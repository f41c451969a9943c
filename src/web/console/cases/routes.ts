import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
})

/** What needs somebody today, and the list of cases. */
export const caseListRoutes = [homeRoute] as const
