import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'
import { type ShownStanding, shownStandings } from './shown-standings.ts'

interface CorrespondenceSearch {
  readonly standing?: ShownStanding
}

const correspondenceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/correspondence',
  validateSearch: ({ standing }): CorrespondenceSearch => {
    const known = shownStandings.find((name) => name === standing)
    return known === undefined ? {} : { standing: known }
  },
  component: lazyRouteComponent(() => import('./CorrespondencePage.tsx'), 'CorrespondencePage'),
})

const threadRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/correspondence/$threadId',
  component: lazyRouteComponent(() => import('./ThreadPage.tsx'), 'ThreadPage'),
})

/** Letters with authorities. */
export const correspondenceRoutes = [correspondenceRoute, threadRoute] as const
