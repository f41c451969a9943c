import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'

import { Webhook } from 'standardwebhooks'

import { checkWebhookUrl, mayReach, type WebhookReach } from './webhook-reach.ts'

/** A webhook that is about to be signed and sent. */
export interface SignedWebhook {
  /** The same for every attempt, so that the receiver knows a repetition. */
  readonly id: string
  readonly url: string
  readonly body: string
  /** `whsec_` and base64. */
  readonly secret: string
  readonly sentAt: Date
}

/** The headers of Standard Webhooks 1.0.0: HMAC-SHA256 over id, time and body. */
export function signatureHeaders({ id, body, secret, sentAt }: Omit<SignedWebhook, 'url'>) {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
  }
}

/** An answer's status, or why there was none. */
export type WebhookAnswer =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'no-answer'; readonly why: string }

/** For the whole exchange; less than the lease of a delivery. */
const TIME_LIMIT_MS = 10_000

/**
 * Sends a webhook once. The address was checked when it was registered; here the check is repeated
 * on the addresses that its name leads to now, and the connection goes to one of exactly those, so
 * that a name that is pointed elsewhere afterwards gains nothing. Redirects are not followed.
 */
export function postWebhook(webhook: SignedWebhook, reach: WebhookReach): Promise<WebhookAnswer> {
  const url = checkWebhookUrl(webhook.url, reach)
  if (!url.ok) return Promise.resolve({ kind: 'no-answer', why: url.failures[0].message })
  const signal = AbortSignal.timeout(TIME_LIMIT_MS)
  const headers = {
    ...signatureHeaders(webhook),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(webhook.body),
    'user-agent': 'tidewaiter',
  }
  const open = url.value.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve) => {
    // A connection of its own: one from a pool may have been made without the check.
    const options = { method: 'POST', headers, signal, agent: false, lookup: lookupWithin(reach) }
    const request = open(url.value, options)
    request.on('response', (answer) => {
      resolve({ kind: 'answered', status: answer.statusCode ?? 0 })
      // The status says it all; an endless body must not hold the worker.
      answer.destroy()
    })
    request.on('error', (error) => {
      const why = signal.aborted ? `no answer within ${TIME_LIMIT_MS} ms` : error.message
      resolve({ kind: 'no-answer', why })
    })
    request.end(webhook.body)
  })
}

/** Looks a name up and fails when any of its addresses is out of reach. */
export function lookupWithin(reach: WebhookReach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '')
      const [first] = addresses
      if (first === undefined || !addresses.every(({ address }) => mayReach(address, reach))) {
        return callback(new Error('the name leads to an address that is not public'), '')
      }
      return options.all === true
        ? callback(null, addresses)
        : callback(null, first.address, first.family)
    })
  }
}
