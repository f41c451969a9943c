import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { parseXml } from '../../src/authority/xml/parse-xml.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { HmrcTokens } from './hmrc-tokens.ts'

/** A request as it came in. */
export interface SeenRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** What goes wrong with the next request that fits. */
export interface Fault {
  /** The beginning of method and path, such as `POST /customs/declarations/`. */
  readonly on: string
  /** Answers so instead; nothing is taken in. */
  readonly answer?: { status: number; body?: string; headers?: Readonly<Record<string, string>> }
  /** Takes the request in and breaks the connection before the answer. */
  readonly loseAnswer?: true
  /** Takes nothing in and says nothing. */
  readonly silent?: true
  /** Runs before the request is looked at. */
  readonly before?: () => void | Promise<void>
}

interface Taken {
  readonly lrn: string
  readonly ducr: string
  readonly mrn: string
  readonly conversationId: string
  readonly body: Buffer
}

interface HeldNotification {
  readonly id: string
  readonly conversationId: string
  readonly body: string
  isPulled: boolean
}

interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const SUBMISSIONS: ReadonlySet<string> = new Set([
  '/customs/declarations/',
  '/customs/declarations/amend',
  '/customs/declarations/arrival-notification',
  '/customs/declarations/cancellation-requests',
])
const FILE_UPLOAD = '/customs/declarations/file-upload'
const INFORMATION = '/customs/declarations-information/'

/**
 * A server that behaves as HMRC's documents say of the Customs Declarations API 3.0, the Customs
 * Declarations Information API 2.0, the Pull Notifications API 1.0 and the token endpoint, with faults that
 * a test can order. It shares nothing with the connector that it is there to test.
 */
export class HmrcService {
  readonly tokens: HmrcTokens
  readonly requests: SeenRequest[] = []
  readonly taken: Taken[] = []
  readonly files: { readonly name: string; readonly body: Buffer }[] = []
  readonly faults: Fault[] = []
  /** What the information API answers at a path, beside what it knows of what was taken in. */
  readonly information = new Map<string, string>()
  readonly #held: HeldNotification[] = []
  readonly #server: Server

  private constructor(clock: Clock) {
    this.tokens = new HmrcTokens(clock)
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  static async start(clock: Clock): Promise<HmrcService> {
    const service = new HmrcService(clock)
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve))
    return service
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Forgets what tests before have done. */
  reset(): void {
    for (const list of [this.requests, this.taken, this.files, this.faults, this.#held])
      list.length = 0
    this.information.clear()
  }

  hold(conversationId: string, body: string): string {
    const id = randomUUID()
    this.#held.push({ id, conversationId, body, isPulled: false })
    return id
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = []
    for await (const chunk of incoming as AsyncIterable<Uint8Array>) chunks.push(chunk)
    const { pathname } = new URL(incoming.url ?? '/', this.url)
    const request: SeenRequest = {
      method: incoming.method ?? '',
      path: pathname,
      headers: incoming.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    }
    this.requests.push(request)
    const fault = this.#faultFor(request)
    await fault?.before?.()
    if (fault?.silent === true) return
    const reply = fault?.answer ?? this.#answer(request)
    if (fault?.loseAnswer === true) {
      response.destroy()
      return
    }
    response.writeHead(reply.status, { 'content-type': 'application/xml', ...reply.headers })
    response.end(reply.body ?? '')
  }

  #faultFor({ method, path }: SeenRequest): Fault | undefined {
    const position = this.faults.findIndex(({ on }) => `${method} ${path}`.startsWith(on))
    return position < 0 ? undefined : this.faults.splice(position, 1)[0]
  }

  #answer(request: SeenRequest): Reply {
    const { method, path, headers } = request
    if (path === '/oauth/token') return this.#tokenReply(request)
    if (path.startsWith('/store/')) return this.#store(request)
    const token = this.tokens.tokenOf(headers.authorization)
    if (typeof token === 'string') return error(401, token)
    const api = apiOf(path)
    if (api === undefined) return error(404, 'MATCHING_RESOURCE_NOT_FOUND')
    if (api.kind === 'user' && token.kind !== 'user')
      return error(401, 'INCORRECT_ACCESS_TOKEN_TYPE')
    if (api.kind === 'user' && !token.scopes.includes(api.scope)) return error(403, 'INVALID_SCOPE')
    if (headers.accept !== api.accept) return error(406, 'ACCEPT_HEADER_INVALID')
    if (method === 'POST') {
      if (headers['content-type'] !== 'application/xml; charset=UTF-8') {
        return error(415, 'UNSUPPORTED_MEDIA_TYPE')
      }
      if (!parseXml(request.body).ok) {
        return error(400, 'BAD_REQUEST', ['xml_validation_error', 'no declaration found'])
      }
      return path === FILE_UPLOAD ? this.#uploadPlace() : this.#take(request)
    }
    return path.startsWith(INFORMATION) ? this.#status(path) : this.#pull(path)
  }

  #tokenReply({ headers, body }: SeenRequest): Reply {
    const isForm = headers['content-type'] === 'application/x-www-form-urlencoded'
    const parameters = new URLSearchParams(isForm ? body.toString() : '')
    const reply = this.tokens.answer(parameters)
    return {
      status: reply.status,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(reply.body),
    }
  }

  #take({ body }: SeenRequest): Reply {
    const text = body.toString()
    const conversationId = randomUUID()
    this.taken.push({
      lrn: inside(text, 'FunctionalReferenceID'),
      ducr: inside(text, 'PreviousDocument'),
      mrn: `26GB${randomUUID().replaceAll('-', '').slice(0, 14).toUpperCase()}`,
      ...{ conversationId, body },
    })
    return { status: 202, headers: { 'x-conversation-id': conversationId } }
  }

  #status(path: string): Reply {
    const prepared = this.information.get(path)
    if (prepared !== undefined) return { status: 200, body: prepared }
    const [, by, reference, what] =
      /information\/(\w+)\/([^/]+)\/(status|version)$/.exec(path) ?? []
    const wanted = decodeURIComponent(reference ?? '')
    const found = this.taken
      .filter((one) => (by === 'mrn' ? one.mrn : one.ducr) === wanted)
      .toReversed()
    if (found.length === 0) return error(404, 'CDS60001')
    return { status: 200, body: what === 'version' ? versionsOf(found) : statusesOf(found) }
  }

  #uploadPlace(): Reply {
    const reference = randomUUID()
    return {
      status: 200,
      headers: { 'x-conversation-id': randomUUID() },
      body: `<FileUploadResponse xmlns="hmrc:fileupload"><Files><File><Reference>${reference}</Reference>
        <UploadRequest><Href>${this.url}/store/</Href><Fields><key>${reference}</key>
        <x-amz-algorithm>AWS4-HMAC-SHA256</x-amz-algorithm></Fields></UploadRequest></File></Files>
        </FileUploadResponse>`,
    }
  }

  /** The store of files is no API of HMRC's: it takes a form, whose last part has to be the file. */
  #store({ headers, body }: SeenRequest): Reply {
    const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1] ?? ''
    const parts = body.toString('latin1').split(`--${boundary}`).slice(1, -1)
    const isLast = parts.at(-1)?.includes('name="file"') === true
    if (!isLast || 'authorization' in headers) return { status: 403, body: '<Error/>' }
    const name = /filename="([^"]*)"/.exec(parts.at(-1) ?? '')?.[1] ?? ''
    this.files.push({ name, body })
    return { status: 204 }
  }

  #pull(path: string): Reply {
    const [, which, id] = /^\/notifications\/(unpulled|pulled)(?:\/([\w-]+))?$/.exec(path) ?? []
    if (which !== undefined && id !== undefined) return this.#pullOne(id, which === 'pulled')
    const [, conversationId] = /^\/notifications\/conversationId\/([\w-]+)$/.exec(path) ?? []
    const held = this.#held.filter((one) =>
      which === undefined
        ? one.conversationId === conversationId
        : one.isPulled === (which === 'pulled'),
    )
    const links = held.map(
      (one) =>
        `<link rel="notification" href="/notifications/${one.isPulled ? 'pulled' : 'unpulled'}/${one.id}"/>`,
    )
    const self = `<link rel="self" href="${path}"/>`
    return { status: 200, body: `<resource href="${path}">${self}${links.join('')}</resource>` }
  }

  #pullOne(id: string, pulled: boolean): Reply {
    const held = this.#held.find((one) => one.id === id)
    if (held === undefined) return error(404, 'NOT_FOUND')
    if (held.isPulled !== pulled) return error(400, 'BAD_REQUEST')
    held.isPulled = true
    return { status: 200, body: held.body }
  }
}

/** HMRC's status of an import states no LRN. */
function statusesOf(found: readonly Taken[]): string {
  const details = found.map(
    ({ mrn }) => `<p:DeclarationStatusDetails><p:Declaration>
      <p:ID>${mrn}</p:ID><p:VersionID>1</p:VersionID><p:ROE>6</p:ROE><p:ICS>14</p:ICS>
      </p:Declaration><p2:Declaration><p2:FunctionCode>9</p2:FunctionCode></p2:Declaration>
      </p:DeclarationStatusDetails>`,
  )
  return `<p:DeclarationStatusResponse xmlns:p="http://gov.uk/customs/declarationInformationRetrieval/status/v2"
    xmlns:p2="urn:wco:datamodel:WCO:DEC-DMS:2">${details.join('')}</p:DeclarationStatusResponse>`
}

function versionsOf(found: readonly Taken[]): string {
  const details = found.map(
    ({ mrn, lrn }) => `<p:DeclarationVersionDetails><p:Declaration>
      <p:ID>${mrn}</p:ID><p:VersionID>1</p:VersionID><p:LRN>${lrn}</p:LRN>
      </p:Declaration><p2:Declaration><p2:FunctionCode>9</p2:FunctionCode></p2:Declaration>
      </p:DeclarationVersionDetails>`,
  )
  return `<p:DeclarationVersionResponse xmlns:p="http://gov.uk/customs/retrieveDeclarationVersion"
    xmlns:p2="urn:wco:datamodel:WCO:DEC-DMS:2">${details.join('')}</p:DeclarationVersionResponse>`
}

type Api =
  | { readonly kind: 'user'; readonly accept: string; readonly scope: string }
  | { readonly kind: 'application'; readonly accept: string }

function apiOf(path: string): Api | undefined {
  if (SUBMISSIONS.has(path) || path === FILE_UPLOAD) {
    const accept = 'application/vnd.hmrc.3.0+xml'
    return { kind: 'user', accept, scope: 'write:customs-declaration' }
  }
  if (path.startsWith(INFORMATION)) {
    const accept = 'application/vnd.hmrc.2.0+xml'
    return { kind: 'user', accept, scope: 'write:customs-declarations-information' }
  }
  if (path.startsWith('/notifications/')) {
    return { kind: 'application', accept: 'application/vnd.hmrc.1.0+xml' }
  }
  return undefined
}

/** HMRC's `errorResponse`. */
export function errorBody(code: string, detail?: readonly [string, string]): string {
  const nested =
    detail === undefined
      ? ''
      : `<errors><error><code>${detail[0]}</code><message>${detail[1]}</message></error></errors>`
  return `<?xml version="1.0" encoding="UTF-8"?><errorResponse><code>${code}</code><message>as documented</message>${nested}</errorResponse>`
}

function error(status: number, code: string, detail?: readonly [string, string]): Reply {
  return { status, body: errorBody(code, detail) }
}

function inside(text: string, element: string): string {
  return new RegExp(`<${element}>([^<]*)<`).exec(text)?.[1] ?? ''
}
