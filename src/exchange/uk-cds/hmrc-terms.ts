/**
 * What HMRC's developer hub fixes for software that speaks to its APIs. Read on 2026-11-23 at
 * https://developer.service.hmrc.gov.uk/api-documentation/docs/authorisation/user-restricted-endpoints,
 * .../application-restricted-endpoints and .../reference-guide, and in the contracts of the Customs
 * Declarations API 3.0, Customs Declarations Information API 2.0 and Pull Notifications API 1.0.
 */

/** Value of `Accept` by API; the version is chosen by it. */
export const accept = {
  declarations: 'application/vnd.hmrc.3.0+xml',
  information: 'application/vnd.hmrc.2.0+xml',
  notifications: 'application/vnd.hmrc.1.0+xml',
} as const

/** The one value that HMRC takes of a request with a body; any other is answered with 415. */
export const CONTENT_TYPE = 'application/xml; charset=UTF-8'

/** What a business is asked to permit: to lodge declarations, and to ask what became of them. */
export const scopes = [
  'write:customs-declaration',
  'write:customs-declarations-information',
] as const

/** For so long a permission can be refreshed; after that somebody has to give it again. */
export const GRANT_MONTHS = 18

/** A code that HMRC has handed to a browser has to be exchanged within this time. */
export const CODE_MINUTES = 10

/** People sign in at another host than the one on which the APIs are. */
const SIGN_IN_HOSTS: Readonly<Record<string, string>> = {
  'api.service.hmrc.gov.uk': 'www.tax.service.gov.uk',
  'test-api.service.hmrc.gov.uk': 'test-www.tax.service.gov.uk',
}

/**
 * Where somebody is sent to permit us to act.
 *
 * @param baseUrl of the APIs; a service that is not HMRC's own has the page on the same host
 */
export function authorisationPageOf(baseUrl: string): string {
  const url = new URL('/oauth/authorize', baseUrl)
  url.host = SIGN_IN_HOSTS[url.hostname] ?? url.host
  return url.href
}
