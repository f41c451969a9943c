import { createRouter } from '@tanstack/react-router'
import { createElement } from 'react'

import { BrokenContent } from '../kit/components/BrokenPage.tsx'
import { HOME } from './home.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { parsePlainSearch, writePlainSearch } from './plain-search.ts'
import { quoteRoutes } from './quote/routes.ts'
import { rootRoute } from './root-route.ts'
import { tariffRoutes } from './tariff/routes.ts'
import { timeMachineRoutes } from './time-machine/routes.ts'

const routeTree = rootRoute.addChildren([
  ...quoteRoutes,
  ...timeMachineRoutes,
  ...tariffRoutes,
  ...coverageRoutes,
])

/** Every page of the estimates by its address; pages load when they are first gone to. */
export const router = createRouter({
  routeTree,
  basepath: '/estimate',
  parseSearch: parsePlainSearch,
  stringifySearch: writePlainSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) =>
    createElement(BrokenContent, { error, onRetry: reset, home: HOME }),
})
