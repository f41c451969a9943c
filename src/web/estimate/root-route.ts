import { createRootRoute, lazyRouteComponent } from '@tanstack/react-router'
import { createElement } from 'react'

import { BrokenPage } from '../kit/components/BrokenPage.tsx'
import { Frame } from './Frame.tsx'
import { HOME } from './home.ts'

/** Above every page of the estimates, with the frame around them. */
export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: lazyRouteComponent(() => import('./NothingHere.tsx'), 'NothingHere'),
  errorComponent: ({ error, reset }) =>
    createElement(BrokenPage, { error, onRetry: reset, home: HOME }),
})
