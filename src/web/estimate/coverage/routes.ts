import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { rootRoute } from '../root-route.ts'

/** The page that says what is worked out for which destination. */
export const coverageRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/coverage',
    component: lazyRouteComponent(() => import('./CoveragePage.tsx'), 'CoveragePage'),
  }),
]
