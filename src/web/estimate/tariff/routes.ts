import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { rootRoute } from '../root-route.ts'

/** The page on which a tariff is read. */
export const tariffRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/tariff',
    component: lazyRouteComponent(() => import('./TariffPage.tsx'), 'TariffPage'),
  }),
]
