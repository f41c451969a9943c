import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { rootRoute } from '../root-route.ts'

/** The page that shows a sale through the years. */
export const timeMachineRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/time-machine',
    component: lazyRouteComponent(() => import('./TimeMachinePage.tsx'), 'TimeMachinePage'),
  }),
]
