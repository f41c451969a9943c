import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'
import { type AuthorityPart, authorityParts } from './authority-parts.ts'

interface AuthoritySearch {
  readonly part?: AuthorityPart
}

const authoritiesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/authorities',
  component: lazyRouteComponent(() => import('./AuthoritiesPage.tsx'), 'AuthoritiesPage'),
})

const authorityRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/authorities/$authority',
  validateSearch: ({ part }): AuthoritySearch => {
    const known = authorityParts.find((name) => name === part)
    return known === undefined ? {} : { part: known }
  },
  component: lazyRouteComponent(() => import('./AuthorityPage.tsx'), 'AuthorityPage'),
})

/** How the business stands with the authorities that it deals with. */
export const authorityRoutes = [authoritiesRoute, authorityRoute] as const
