import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'
import type { ExchangeSearch } from './exchange-search.ts'

const exchangeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/exchange',
  // Read by the page itself, so that what it knows of filters does not load with the frame.
  validateSearch: (search: Record<string, unknown>) => search as ExchangeSearch,
  component: lazyRouteComponent(() => import('./ExchangePage.tsx'), 'ExchangePage'),
})

/** How the exchange with the authorities does. */
export const exchangeRoutes = [exchangeRoute] as const
