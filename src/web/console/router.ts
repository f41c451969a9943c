import { createRouter } from '@tanstack/react-router'

import { agentRoutes } from './agent/routes.ts'
import { caseRoutes } from './case/routes.ts'
import { caseListRoutes } from './cases/routes.ts'
import { frameRoute } from './frame-route.ts'
import { orderRoutes } from './orders/routes.ts'
import { rootRoute } from './root-route.tsx'
import { sessionRoutes } from './session/routes.ts'
import { settingsRoutes } from './settings/routes.ts'

const routeTree = rootRoute.addChildren([
  ...sessionRoutes,
  frameRoute.addChildren([
    ...caseListRoutes,
    ...caseRoutes,
    ...orderRoutes,
    ...agentRoutes,
    ...settingsRoutes,
  ]),
])

/** Every page of the console by its address. Pages load when they are first gone to. */
export const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
