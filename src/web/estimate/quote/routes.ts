import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { rootRoute } from '../root-route.ts'

/** The page that quotes a sale, with which the estimates begin. */
export const quoteRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./QuotePage.tsx'), 'QuotePage'),
  }),
]
