import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { rootRoute } from './root-route.tsx'

/** Pages inside the frame, which only somebody who is signed in can see. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: lazyRouteComponent(() => import('./Frame.tsx'), 'Frame'),
})
