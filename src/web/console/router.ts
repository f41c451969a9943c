import { createRouter } from '@tanstack/react-router'
import { createElement } from 'react'

import { BrokenContent } from '../kit/components/BrokenPage.tsx'
import { agentRoutes } from './agent/routes.ts'
import { authorityRoutes } from './authority/routes.ts'
import { caseRoutes } from './case/routes.ts'
import { caseListRoutes } from './cases/routes.ts'
import { correspondenceRoutes } from './correspondence/routes.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { frameRoute } from './frame-route.ts'
import { HOME } from './home.ts'
import { nowhereRoute } from './nowhere-route.ts'
import { orderRoutes } from './orders/routes.ts'
import { rootRoute } from './root-route.tsx'
import { sessionRoutes } from './session/routes.ts'
import { settingsRoutes } from './settings/routes.ts'

const routeTree = rootRoute.addChildren([
  ...sessionRoutes,
  frameRoute.addChildren([
    ...caseListRoutes,
    ...caseRoutes,
    ...correspondenceRoutes,
    ...exchangeRoutes,
    ...authorityRoutes,
    ...orderRoutes,
    ...agentRoutes,
    ...settingsRoutes,
    nowhereRoute,
  ]),
])

/** Every page of the console by its address. Pages load when they are first gone to. */
export const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) =>
    createElement(BrokenContent, { error, onRetry: reset, home: HOME }),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
