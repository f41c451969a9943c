import { accept, CONTENT_TYPE } from './hmrc-terms.ts'

/**
 * Who sends, where requests go through a community system provider (CSP): HMRC demands one of the two of
 * those providers and of nobody else.
 */
export interface CommunitySystem {
  /** `X-Badge-Identifier`: 6 to 12 digits and capital letters; the end user of the application. */
  readonly badge?: string
  /** EORI of the owner of the declaration, at most 17 digits and letters. */
  readonly submitterEori?: string
}

type Headers = Readonly<Record<string, string>>

/** Headers of a submission: declaration, amendment, arrival, cancellation. */
export function submissionHeaders(community: CommunitySystem): Headers {
  return {
    accept: accept.declarations,
    'content-type': CONTENT_TYPE,
    ...identifiers(community, 'x-submitter-identifier'),
  }
}

/** Headers of the request for an upload place: here the EORI goes under another name. */
export function uploadRequestHeaders(community: CommunitySystem): Headers {
  return {
    accept: accept.declarations,
    'content-type': CONTENT_TYPE,
    ...identifiers(community, 'x-eori-identifier'),
  }
}

/** Headers of a question about declarations. */
export function informationHeaders(community: CommunitySystem): Headers {
  return { accept: accept.information, ...identifiers(community, 'x-submitter-identifier') }
}

/** Headers of a request for notifications, which the application makes in nobody's name. */
export const notificationHeaders: Headers = { accept: accept.notifications }

function identifiers({ badge, submitterEori }: CommunitySystem, eoriHeader: string): Headers {
  return {
    ...(badge !== undefined && { 'x-badge-identifier': badge }),
    ...(submitterEori !== undefined && { [eoriHeader]: submitterEori }),
  }
}
