import type { Clock } from '../../platform/clock.ts'
import type { Database, Schema } from '../../platform/postgres/index.ts'
import { channelPauseMs, noteLimit } from '../breaker.ts'
import type { Setback } from '../channel.ts'
import type { Turns } from '../turns.ts'
import { ofBusiness, sendAuthorised } from './authorised-request.ts'
import type { UkCdsConnection } from './channel.ts'
import { UK_CDS } from './channel-name.ts'
import { informationHeaders } from './headers.ts'
import { isNoSuchDeclaration, readErrorResponse } from './read-answers.ts'
import {
  type DeclarationStatus,
  type FoundDeclarations,
  readDeclarations,
  readFound,
} from './read-information.ts'
import { unfinishedBy } from './submission-outcome.ts'

/** By what HMRC can be asked for declarations, as its paths name it. */
export type StatusReference = 'mrn' | 'ducr' | 'ucr' | 'inventory-reference'

/** What HMRC has answered to a question about declarations. */
export type InformationAnswer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  /** It has no such declaration, or none that this business may see. */
  | { readonly kind: 'not-known' }
  /** It says that what was asked with is not well formed. */
  | { readonly kind: 'refused'; readonly why: string }
  | ({ readonly kind: 'no-answer' } & Setback)

/** How a search is narrowed; what is absent HMRC decides (the last 30 days, uncleared, page 1). */
export interface DeclarationSearch {
  readonly declarationCategory: 'IM' | 'EX' | 'CO' | 'ALL'
  readonly declarationStatus?: 'cleared' | 'uncleared' | 'rejected' | 'all'
  /** Calendar dates. */
  readonly dateFrom?: string
  readonly dateTo?: string
  readonly goodsLocationCode?: string
  readonly pageNumber?: number
}

/** Questions to HMRC about the declarations of one business. */
export interface StatusQueries {
  /** The declarations under a reference, the newest first. */
  status(
    by: StatusReference,
    reference: string,
  ): Promise<InformationAnswer<readonly DeclarationStatus[]>>
  /** The versions of a declaration, the latest first. */
  versions(mrn: string): Promise<InformationAnswer<readonly DeclarationStatus[]>>
  /** The declaration as HMRC has it, byte for byte; the latest version unless told otherwise. */
  full(mrn: string, version?: number): Promise<InformationAnswer<Buffer>>
  /** What the business has submitted. */
  search(wanted: DeclarationSearch): Promise<InformationAnswer<FoundDeclarations>>
}

/** Where is kept that HMRC wants to be left alone, for all nodes. */
export interface HeededLimit {
  readonly database: Database<Schema>
  readonly clock: Clock
}

/**
 * Asks HMRC's information API (2.0) in the name of a business; each question takes a turn.
 *
 * @param limit heeded before a question, and told what HMRC says of its limit; nobody is where it is absent
 */
export function statusQueries(
  connection: UkCdsConnection,
  tenantId: string,
  turns: Turns,
  limit?: HeededLimit,
): StatusQueries {
  const { http, baseUrl, access, community, clock } = connection
  const ask = async <Value>(
    path: string,
    read: (body: Buffer) => Value | undefined,
  ): Promise<InformationAnswer<Value>> => {
    const pauseMs = limit === undefined ? 0 : await channelPauseMs(limit, UK_CDS)
    if (pauseMs > 0) return leftAlone(pauseMs)
    const outcome = await sendAuthorised({ http, turns }, ofBusiness(access, tenantId), {
      method: 'GET',
      url: `${baseUrl}/customs/declarations-information/${path}`,
      headers: informationHeaders(community),
    })
    if (outcome.kind !== 'answered') return { ...outcome, kind: 'no-answer' }
    const body = Buffer.from(outcome.body)
    if (isNoSuchDeclaration(outcome)) return { kind: 'not-known' }
    const setback = unfinishedBy(outcome, new Date(clock.now()))
    if (limit !== undefined && outcome.status !== 200) await noteLimit(limit, UK_CDS, setback)
    if (outcome.status === 400 && readErrorResponse(body).length > 0)
      return { kind: 'refused', why: setback.why }
    const value = outcome.status === 200 ? read(body) : undefined
    return value === undefined ? { kind: 'no-answer', ...setback } : { kind: 'answered', value }
  }
  return {
    status: (by, reference) =>
      ask(`${by}/${encodeURIComponent(reference)}/status`, readDeclarations),
    versions: (mrn) => ask(`mrn/${encodeURIComponent(mrn)}/version`, readDeclarations),
    full: (mrn, version) => {
      const query = version === undefined ? '' : `?declarationVersion=${version}`
      return ask(`mrn/${encodeURIComponent(mrn)}/full${query}`, (body) => body)
    },
    search: (wanted) => {
      const { pageNumber, ...texts } = wanted
      const query = new URLSearchParams({
        // The only role that HMRC offers today.
        partyRole: 'submitter',
        ...texts,
        ...(pageNumber !== undefined && { pageNumber: String(pageNumber) }),
      })
      return ask(`search?${query.toString()}`, readFound)
    },
  }
}

/** Nothing is asked while the channel is held back; the question is asked again by whoever needs it. */
function leftAlone(pauseMs: number): InformationAnswer<never> {
  const seconds = Math.ceil(pauseMs / 1_000)
  return {
    kind: 'no-answer',
    why: `HMRC is not asked for another ${seconds} s: it does not answer, or wants to be left alone`,
    retryAfterSeconds: seconds,
  }
}
