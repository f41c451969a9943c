import type { FastifyInstance, FastifyReply } from 'fastify'
import { sha256Hex } from '../../platform/ids.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import { PAGE_POLICY, permissionPage } from '../permission/permission-page.ts'
import { readScopes, type Scope, terms } from '../permission/terms.ts'
import {
  issueCode,
  issueForApplication,
  type IssuedTokens,
  type KnownApplication,
  redeemCode,
  renew,
} from '../permission/tokens.ts'
import type { Office } from '../processing/office.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'

/**
 * OAuth 2.0 in the shape of HMRC's: the page on which a business permits, and the endpoint at which software
 * gets its tokens. Codes of errors are HMRC's, their words are not fixed.
 */
export function permissionRoutes(server: FastifyInstance, office: Office): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16_384 },
    (_request, body, done) => done(null, new URLSearchParams(body.toString())),
  )
  server.get('/oauth/authorize', async (request, reply) => {
    const { search } = new URL(request.url, 'http://office')
    const asked = await readQuestion(office, new URLSearchParams(search))
    if ('error' in asked) return refuse(reply, 400, asked)
    const { application, scopes, fields } = asked
    return reply
      .header('content-security-policy', PAGE_POLICY)
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(permissionPage({ software: application.name, scopes, fields }))
  })
  server.post('/oauth/authorize', async (request, reply) => {
    const form = formOf(request.body)
    const asked = await readQuestion(office, form)
    if ('error' in asked) return refuse(reply, 400, asked)
    const back = new URL(asked.fields.redirect_uri ?? '')
    for (const [name, value] of Object.entries(await answerOf(office, asked, form))) {
      back.searchParams.set(name, value)
    }
    if (asked.fields.state !== undefined) back.searchParams.set('state', asked.fields.state)
    return reply.redirect(back.href, 303)
  })
  server.post('/oauth/token', async (request, reply) => {
    const form = formOf(request.body)
    const answer = await inTransaction(office.database, (transaction) =>
      tokensFor(office, transaction, form),
    )
    if ('error' in answer)
      return refuse(reply, answer.error === 'invalid_client' ? 401 : 400, answer)
    const { accessToken, refreshToken, scopes } = answer
    return reply.header('cache-control', 'no-store').send({
      access_token: accessToken,
      token_type: 'bearer',
      expires_in: terms.accessSeconds,
      ...(refreshToken !== undefined && { refresh_token: refreshToken }),
      scope: scopes,
    })
  })
}

/** An error of OAuth 2.0. */
interface OauthError {
  readonly error: string
  readonly words: string
}

interface Question {
  readonly application: KnownApplication & { readonly name: string }
  readonly scopes: readonly Scope[]
  readonly fields: Readonly<Record<string, string>>
}

const FIELDS = ['response_type', 'client_id', 'scope', 'state', 'redirect_uri'] as const

/** Nobody is sent back to an address that was not registered, so what is wrong is told to the browser. */
async function readQuestion(
  office: Office,
  asked: URLSearchParams,
): Promise<Question | OauthError> {
  if (asked.has('client_secret')) return invalid('client_secret should NOT be present')
  for (const name of ['client_id', 'redirect_uri', 'response_type', 'scope']) {
    if (!asked.get(name)) return invalid(`${name} is required`)
  }
  const row = await inTransaction(office.database, (transaction) =>
    transaction
      .selectFrom('trader_application')
      .select(['id', 'name', 'redirect_urls'])
      .where('client_id', '=', asked.get('client_id') ?? '')
      .executeTakeFirst(),
  )
  if (row === undefined) return invalid('client_id is invalid')
  if (!row.redirect_urls.includes(asked.get('redirect_uri') ?? '')) {
    return invalid('redirect_uri is invalid')
  }
  if (asked.get('response_type') !== 'code') {
    return { error: 'unsupported_response_type', words: "response_type must be 'code'" }
  }
  const scopes = readScopes(asked.get('scope') ?? '')
  if (scopes === undefined) return { error: 'invalid_scope', words: 'scope is invalid' }
  const fields = FIELDS.flatMap((name) => {
    const value = asked.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return { application: row, scopes, fields: Object.fromEntries(fields) }
}

/** What the browser carries back: a code, or HMRC's words for a refusal. */
async function answerOf(
  office: Office,
  { application, scopes, fields }: Question,
  form: URLSearchParams,
): Promise<Readonly<Record<string, string>>> {
  if (form.get('answer') !== 'permit') {
    return {
      error: 'access_denied',
      error_description: 'user denied the authorization',
      error_code: 'USER_DENIED_AUTHORIZATION',
    }
  }
  const wanted = {
    scopes: scopes.join(' '),
    redirectUrl: fields.redirect_uri ?? '',
    now: office.wallClock.now(),
  }
  const code = await inTransaction(office.database, (transaction) =>
    issueCode(transaction, application, wanted),
  )
  return { code }
}

async function tokensFor(
  { wallClock }: Office,
  transaction: AuthorityTransaction,
  form: URLSearchParams,
): Promise<IssuedTokens | OauthError> {
  for (const name of ['client_id', 'client_secret', 'grant_type']) {
    if (!form.get(name)) return invalid(`${name} is required`)
  }
  const application = await transaction
    .selectFrom('trader_application')
    .select('id')
    .where('client_id', '=', form.get('client_id') ?? '')
    .where('client_secret_sha256', '=', sha256Hex(form.get('client_secret') ?? ''))
    .executeTakeFirst()
  if (application === undefined) {
    return { error: 'invalid_client', words: 'invalid client id or secret' }
  }
  const now = wallClock.now()
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return issueForApplication(transaction, application, now)
    case 'authorization_code': {
      const shown = {
        code: form.get('code') ?? '',
        redirectUrl: form.get('redirect_uri') ?? '',
        now,
      }
      return (await redeemCode(transaction, application, shown)) ?? invalid('code is invalid')
    }
    case 'refresh_token': {
      const refreshToken = form.get('refresh_token') ?? ''
      if (refreshToken === '') return invalid('refresh_token is required')
      const renewed = await renew(transaction, application, { refreshToken, now })
      return renewed ?? { error: 'invalid_grant', words: 'refresh_token is invalid' }
    }
    default:
      return invalid('unsupported grant_type')
  }
}

function invalid(words: string): OauthError {
  return { error: 'invalid_request', words }
}

function refuse(reply: FastifyReply, status: 400 | 401, { error, words }: OauthError) {
  return reply.status(status).send({ error, error_description: words })
}

function formOf(body: unknown): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams()
}
