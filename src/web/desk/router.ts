import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { createElement } from 'react'

import { BrokenContent, BrokenPage } from '../kit/components/BrokenPage.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { HOME } from './home.ts'
import { readLettersSearch } from './letters/letters-search.ts'
import { readQueueSearch } from './queue/queue-search.ts'

const rootRoute = createRootRoute({
  component: DeskFrame,
  notFoundComponent: lazyRouteComponent(() => import('./NothingHere.tsx'), 'NothingHere'),
  errorComponent: ({ error, reset }) =>
    createElement(BrokenPage, { error, onRetry: reset, home: HOME }),
})

const routeTree = rootRoute.addChildren([
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    validateSearch: readQueueSearch,
    component: lazyRouteComponent(() => import('./queue/QueuePage.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lodgements/$mrn',
    component: lazyRouteComponent(() => import('./dossier/DossierPage.tsx'), 'DossierPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/letters',
    validateSearch: readLettersSearch,
    component: lazyRouteComponent(() => import('./letters/LettersPage.tsx'), 'LettersPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/letters/$thread',
    component: lazyRouteComponent(() => import('./letters/ThreadPage.tsx'), 'ThreadPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rules',
    component: lazyRouteComponent(() => import('./rules/RulesPage.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/accounts',
    component: lazyRouteComponent(() => import('./accounts/AccountsPage.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
  }),
])

/** Every page of the desk by its address; pages load when they are first gone to. */
export const router = createRouter({
  routeTree,
  basepath: '/desk',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) =>
    createElement(BrokenContent, { error, onRetry: reset, home: HOME }),
})
