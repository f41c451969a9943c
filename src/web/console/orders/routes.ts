import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'

const ordersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders',
  component: lazyRouteComponent(() => import('./OrdersPage.tsx'), 'OrdersPage'),
})

const newOrderRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders/new',
  validateSearch: ({ like }: Record<string, unknown>): { readonly like?: string } =>
    typeof like === 'string' ? { like } : {},
  component: lazyRouteComponent(() => import('./new-order/NewOrderPage.tsx'), 'NewOrderPage'),
})

const orderRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('./OrderPage.tsx'), 'OrderPage'),
})

const uploadRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/upload',
  component: lazyRouteComponent(() => import('./upload/UploadPage.tsx'), 'UploadPage'),
})

const draftRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/upload/$draftId',
  component: lazyRouteComponent(() => import('./upload/DraftPage.tsx'), 'DraftPage'),
})

/** The pages on which orders come in and are looked at. */
export const orderRoutes = [
  ordersRoute,
  newOrderRoute,
  orderRoute,
  uploadRoute,
  draftRoute,
] as const
