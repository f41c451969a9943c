import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from './frame-route.ts'

/** Every address that leads nowhere: the frame stays, so that one finds the way from there. */
export const nowhereRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '$',
  component: lazyRouteComponent(() => import('./NotFoundPage.tsx'), 'NotFoundPage'),
})
