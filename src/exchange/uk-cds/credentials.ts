/** What the channel needs to be let in; read from configuration, never logged. */
export interface UkCdsCredentials {
  readonly baseUrl: string
  readonly bearerToken: string
}

const ACCEPT = 'application/vnd.hmrc.3.0+xml'
const ACCEPT_PULL = 'application/vnd.hmrc.1.0+xml'

/** Headers of a submission, as the Customs Declarations API 3.0 demands them. */
export function submissionHeaders({ bearerToken }: UkCdsCredentials): Record<string, string> {
  return {
    authorization: `Bearer ${bearerToken}`,
    accept: ACCEPT,
    'content-type': 'application/xml; charset=UTF-8',
  }
}

/** Headers of a question: status (information API 1.0) or pull of notifications (1.0). */
export function inquiryHeaders({ bearerToken }: UkCdsCredentials): Record<string, string> {
  return { authorization: `Bearer ${bearerToken}`, accept: ACCEPT_PULL }
}
