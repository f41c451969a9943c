import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'

const buyersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/buyers',
  component: lazyRouteComponent(() => import('./buyers/BuyersPage.tsx'), 'BuyersPage'),
})

const buyerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/buyers/$buyerId',
  component: lazyRouteComponent(() => import('./buyers/BuyerPage.tsx'), 'BuyerPage'),
})

const billRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/bills/$caseId',
  component: lazyRouteComponent(() => import('./buyers/BillPage.tsx'), 'BillPage'),
})

const receivingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/receiving',
  component: lazyRouteComponent(() => import('./receiving/ReceivingPage.tsx'), 'ReceivingPage'),
})

const receiveOrderRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/receiving/$orderId',
  component: lazyRouteComponent(
    () => import('./receiving/ReceiveOrderPage.tsx'),
    'ReceiveOrderPage',
  ),
})

const stockRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/stock',
  component: lazyRouteComponent(() => import('./stock/StockPage.tsx'), 'StockPage'),
})

const setApartRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/set-apart',
  component: lazyRouteComponent(() => import('./set-apart/SetApartPage.tsx'), 'SetApartPage'),
})

const consolidationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/consolidation',
  component: lazyRouteComponent(
    () => import('./consolidation/ConsolidationPage.tsx'),
    'ConsolidationPage',
  ),
})

/** The pages of a purchasing agent's warehouse. */
export const agentRoutes = [
  buyersRoute,
  buyerRoute,
  billRoute,
  receivingRoute,
  receiveOrderRoute,
  stockRoute,
  setApartRoute,
  consolidationRoute,
] as const
