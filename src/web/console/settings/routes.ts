import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'

const peopleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
})

const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/AccountPage.tsx'), 'AccountPage'),
})

const businessRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./business/BusinessPage.tsx'), 'BusinessPage'),
})

const keysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/keys',
  component: lazyRouteComponent(() => import('./keys/KeysPage.tsx'), 'KeysPage'),
})

const webhooksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/webhooks',
  component: lazyRouteComponent(() => import('./webhooks/WebhooksPage.tsx'), 'WebhooksPage'),
})

const endpointRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/webhooks/$endpointId',
  component: lazyRouteComponent(() => import('./webhooks/EndpointPage.tsx'), 'EndpointPage'),
})

const connectionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/connections',
  component: lazyRouteComponent(
    () => import('./connections/ConnectionsPage.tsx'),
    'ConnectionsPage',
  ),
})

const returnRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/connections/uk-cds',
  component: lazyRouteComponent(() => import('./connections/ReturnPage.tsx'), 'ReturnPage'),
})

/** The account of who is signed in, their colleagues, and what the business has set. */
export const settingsRoutes = [
  peopleRoute,
  accountRoute,
  businessRoute,
  keysRoute,
  webhooksRoute,
  endpointRoute,
  connectionsRoute,
  returnRoute,
] as const
