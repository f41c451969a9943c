import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { rootRoute } from '../root-route.tsx'

interface SignInSearch {
  /** Where the reader wanted to go. */
  readonly to?: string
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: Record<string, unknown>): SignInSearch =>
    typeof to === 'string' ? { to } : {},
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
})

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./WelcomePage.tsx'), 'WelcomePage'),
})

/** How somebody gets in. */
export const sessionRoutes = [signInRoute, welcomeRoute] as const
