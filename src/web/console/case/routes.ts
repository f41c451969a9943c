import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { frameRoute } from '../frame-route.ts'
import { caseSections, type CaseSection } from './case-sections.ts'
import { type CaseForm, caseForms } from './print/case-forms.ts'

interface CaseSearch {
  readonly section?: CaseSection
}

interface CasePrintSearch {
  readonly form?: CaseForm
}

const caseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/$caseId',
  validateSearch: ({ section }): CaseSearch => {
    const known = caseSections.find((name) => name === section)
    return known === undefined ? {} : { section: known }
  },
  component: lazyRouteComponent(() => import('./CasePage.tsx'), 'CasePage'),
})

const casePrintRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/$caseId/print',
  validateSearch: ({ form }): CasePrintSearch => {
    const known = caseForms.find((name) => name === form)
    return known === undefined || known === 'short' ? {} : { form: known }
  },
  component: lazyRouteComponent(() => import('./print/CasePrintPage.tsx'), 'CasePrintPage'),
})

/** The page of one case, and the same as one document for paper. */
export const caseRoutes = [caseRoute, casePrintRoute] as const
