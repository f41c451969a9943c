import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { failure, type Failure, success } from '../../../customs/result.ts'
import { newId, newSecret, sha256Hex } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import type { Office } from '../../processing/office.ts'
import { settingsSchema } from '../../processing/settings.ts'
import { wakeWaiting } from '../../store/lodgement-store.ts'
import { saveSettings } from '../../store/setting-store.ts'
import { replyResult } from '../problem-response.ts'
import { headOnly } from './officer-scope.ts'

const officer = Type.String({ minLength: 2, maxLength: 70 })
const settingsBody = Type.Object(
  { officer, settings: settingsSchema },
  { additionalProperties: false },
)
const applicationBody = Type.Object(
  {
    clientId: Type.String({ pattern: '^[A-Za-z0-9._-]{3,64}$' }),
    name: Type.String({ minLength: 2, maxLength: 100 }),
    callbackUrl: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 500 })),
    callbackToken: Type.Optional(Type.String({ minLength: 16, maxLength: 500 })),
  },
  { additionalProperties: false },
)

const applicationParameters = Type.Object({
  clientId: Type.String({ pattern: '^[A-Za-z0-9._-]{3,64}$' }),
})
const knownTokenBody = Type.Object(
  {
    ...Type.Omit(applicationBody, ['clientId']).properties,
    token: Type.String({ pattern: '^[\\x21-\\x7E]{32,200}$' }),
    clientSecret: Type.Optional(Type.String({ pattern: '^[\\x21-\\x7E]{32,200}$' })),
    redirectUrls: Type.Optional(
      Type.Array(Type.String({ pattern: '^https?://', maxLength: 500 }), { maxItems: 5 }),
    ),
  },
  { additionalProperties: false },
)

const neverOpen: Failure = {
  code: 'invalid-input',
  path: '/settings/officeHours/until',
  message: 'The office would never be open: it closes before it opens.',
  mend: 'State a closing time after the opening time of the same day.',
  zh: {
    message: '关门时间早于开门时间，办公室将永不开放。',
    mend: '请填写同一天内晚于开门时间的关门时间。',
  },
}

/** Settings of the office and the registration of traders' software. */
export function officeRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/officers/settings', () => office.settings())
  const onlySettings = { schema: { body: settingsBody }, preHandler: headOnly }
  server.put('/officers/settings', onlySettings, async (request, reply) => {
    const { settings, officer: by } = request.body
    const { officeHours: hours } = settings
    if (hours !== 'always' && hours.until <= hours.from) {
      return replyResult(reply, failure(neverOpen))
    }
    const anchor = office.clock.anchorFor(settings.clockSpeed)
    await inTransaction(office.database, async (transaction) => {
      await saveSettings(transaction, { settings, anchor }, { at: anchor.wallAt, by })
      await wakeWaiting(transaction, anchor.officeAt)
    })
    office.changeSettings(settings, anchor)
    office.wake()
    return settings
  })
  server.post(
    '/officers/applications',
    { schema: { body: applicationBody }, preHandler: headOnly },
    async (request, reply) => {
      const token = newSecret(32)
      const id = newId('application')
      const { clientId, name, callbackUrl, callbackToken } = request.body
      const { numInsertedOrUpdatedRows } = await inTransaction(office.database, (transaction) =>
        transaction
          .insertInto('trader_application')
          .values({
            id,
            client_id: clientId,
            name,
            token_sha256: sha256Hex(token),
            callback_url: callbackUrl ?? null,
            callback_token: callbackToken ?? null,
            created_at: office.clock.now(),
          })
          .onConflict((conflict) => conflict.column('client_id').doNothing())
          .executeTakeFirstOrThrow(),
      )
      if (numInsertedOrUpdatedRows !== 1n) return replyResult(reply, taken(clientId))
      // The token is told this once; the office keeps only its digest.
      return replyResult(reply.status(201), success({ id, clientId, token }))
    },
  )
  server.put(
    '/officers/applications/:clientId',
    { schema: { params: applicationParameters, body: knownTokenBody }, preHandler: headOnly },
    async (request) => {
      const { clientId } = request.params
      await registerAnew(office, { clientId, ...request.body })
      return { clientId }
    },
  )
}

interface KnownApplication {
  readonly clientId: string
  readonly name: string
  readonly token: string
  readonly callbackUrl?: string
  readonly callbackToken?: string
  readonly clientSecret?: string
  readonly redirectUrls?: readonly string[]
}

/**
 * Registers software under a token that its owner has made, or brings its registration up to date:
 * doing it again after an interruption ends in the same state, which a token told once cannot.
 */
async function registerAnew(office: Office, application: KnownApplication): Promise<void> {
  const { clientId, name, token, callbackUrl = null, callbackToken = null } = application
  const { clientSecret, redirectUrls = [] } = application
  const changing = {
    name,
    token_sha256: sha256Hex(token),
    callback_url: callbackUrl,
    callback_token: callbackToken,
    client_secret_sha256: clientSecret === undefined ? null : sha256Hex(clientSecret),
    redirect_urls: JSON.stringify(redirectUrls),
  }
  await inTransaction(office.database, (transaction) =>
    transaction
      .insertInto('trader_application')
      .values({
        id: newId('application'),
        client_id: clientId,
        created_at: office.clock.now(),
        ...changing,
      })
      .onConflict((conflict) => conflict.column('client_id').doUpdateSet(changing))
      .execute(),
  )
}

function taken(clientId: string): ReturnType<typeof failure> {
  return failure({
    code: 'conflict',
    path: '/clientId',
    message: `The client id ${clientId} is registered already.`,
    mend: 'Use the token that was given then, or register under another client id.',
    zh: {
      message: `客户端编号 ${clientId} 已登记。`,
      mend: '请使用当时给出的令牌，或以其他客户端编号登记。',
    },
  })
}
