import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Value } from 'typebox/value'
import { Type } from 'typebox'
import { success, type Result } from '../customs/result.ts'
import type { Clock } from '../platform/clock.ts'
import { createHttpClient } from '../platform/http/index.ts'
import type { Log } from '../platform/log.ts'
import { connect, inTransaction, migrate, type Database } from '../platform/postgres/index.ts'
import { deskSite } from './api/officers/desk-site.ts'
import { loadCorrespondenceTerms } from './correspondence/correspondence-terms.ts'
import { processDueLetters } from './correspondence/process-letters.ts'
import { createServer } from './create-server.ts'
import { newsOfLodgements } from './processing/news.ts'
import { startLoop, type Loop } from './processing/loop.ts'
import type { Office } from './processing/office.ts'
import { processDueLodgements } from './processing/process-due.ts'
import { processDueMessages } from './processing/process-messages.ts'
import { pushDueNotifications } from './push/push-notifications.ts'
import { riskRuleSchema } from './risk/risk-rule.ts'
import { removePastSignIns } from './sign-in/remove-past-sign-ins.ts'
import { loadRiskRules, replaceRiskRules } from './store/rule-store.ts'
import { loadReferencePrices } from './risk/reference-prices.ts'
import { loadTellingWords } from './risk/telling-words.ts'
import { loadStubRules } from './stub/stub-rules.ts'
import { officeClock } from './hours/office-clock.ts'
import { loadAnchor, loadSettings } from './store/setting-store.ts'
import type { AuthorityTables } from './store/tables.ts'
import { loadExchangeRates } from './tariff/exchange-rates.ts'
import { loadLowValueReliefs } from './tariff/low-value-relief.ts'
import { loadAtRiskFrom } from './tariff/northern-ireland-law.ts'
import { loadOfficeTariff } from './tariff/office-tariff.ts'
import { loadAdditionalMeasures } from './tariff/additional-measures.ts'
import { loadPreferences } from './tariff/preferences.ts'
import { loadContraventions } from './penalties/contraventions.ts'
import { loadSecurityTypes } from './security/security-types.ts'
import { loadReturnedGoodsYears } from './tariff/returned-goods.ts'
import { loadVatClaims } from './tariff/vat-claims.ts'

/**
 * What the authority is given from outside. Clock and tariff can be exchanged, so that a test can
 * let weeks pass or let the two sides hold different editions.
 */
export interface AuthorityOptions {
  /** Login of the owner of the authority's own database; it is migrated at the start. */
  readonly databaseUrl: string
  /** 0 takes a free port. */
  readonly port: number
  readonly clock: Clock
  readonly log: Log
  /** What officers' software shows at their interface. */
  readonly officerToken: string
  /** Where officers reach the desk; `http://localhost` and the port unless stated. */
  readonly deskUrl?: string
  /** Origin of the page that may frame the desk besides the desk itself. */
  readonly deskFramedBy?: string
  /** Proxies before the desk, by address or network; none unless stated. */
  readonly trustedProxies?: readonly string[]
  /** The authority's own law: `gb-tariff/*.csv`, `exchange-rates.csv`, and so on. */
  readonly dataFolder?: string
  /** Another tariff than the data folder's, such as a stale edition in a test. */
  readonly tariffFolder?: string
  /** How long the clerks rest when nothing is due. */
  readonly restMs?: number
}

/** A running authority with its doors open. */
export interface Authority {
  /** Base address of all its doors, without a slash at the end. */
  readonly url: string
  /** Answers what it is answering, finishes the batch at hand, closes the books. */
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const DEFAULT_REST_MS = 500
const PAST_SIGN_INS_EVERY_MS = 3_600_000
const MOST_CONNECTIONS = 8

const migrations = fileURLToPath(new URL('migrations', import.meta.url))
const ownData = fileURLToPath(new URL('../../data/authority', import.meta.url))

/**
 * Starts the sandbox customs authority: its database, its counter, its clerks and its messenger.
 *
 * @returns a failure when the database was migrated by another version; throws when the port is
 *   taken or the data folder is broken
 */
export async function startAuthority(options: AuthorityOptions): Promise<Result<Authority>> {
  const migrated = await migrate({ url: options.databaseUrl, folder: migrations, roles: {} })
  if (!migrated.ok) return migrated
  const database = connect<AuthorityTables>({
    url: options.databaseUrl,
    applicationName: 'authority',
    maxConnections: MOST_CONNECTIONS,
    log: options.log,
  })
  try {
    return success(await openDoors(options, database))
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openDoors(
  options: AuthorityOptions,
  database: Database<AuthorityTables>,
): Promise<Authority> {
  const { log, restMs = DEFAULT_REST_MS } = options
  const loops: Loop[] = []
  const office = await openOffice(options, { database, loops })
  const http = createHttpClient()
  // Passkeys want a name and not an address, so officers come by `localhost`.
  const site = deskSite(
    () => options.deskUrl ?? `http://localhost:${new URL(url).port}`,
    options.deskFramedBy,
  )
  const { officerToken, trustedProxies = [] } = options
  const server = await createServer(office, { officerToken, site, trustedProxies })
  const url = await server.listen({ host: HOST, port: options.port })
  const ringMessenger = async (work: Promise<number>): Promise<number> => {
    const done = await work
    if (done > 0) messenger.wake()
    return done
  }
  const messenger = startLoop({
    name: 'messenger',
    work: () => pushDueNotifications(office, http),
    restMs,
    log,
  })
  const clerks = startLoop({
    name: 'clerks',
    work: async () =>
      (await ringMessenger(processDueLodgements(office))) +
      (await ringMessenger(processDueMessages(office))) +
      (await processDueLetters(office)),
    restMs,
    log,
  })
  const archivist = startLoop({
    name: 'archivist',
    work: () => removePastSignIns(office),
    restMs: PAST_SIGN_INS_EVERY_MS,
    log,
  })
  loops.push(clerks)
  return {
    url,
    close: async () => {
      await server.close()
      await clerks.stop()
      await messenger.stop()
      await archivist.stop()
      http.close()
      await database.close()
    },
  }
}

interface Rooms {
  readonly database: Database<AuthorityTables>
  /** Whom the bell wakes. */
  readonly loops: readonly Loop[]
}

async function openOffice(options: AuthorityOptions, { database, loops }: Rooms): Promise<Office> {
  const { clock: wallClock, log, dataFolder = ownData } = options
  const now = wallClock.now()
  const stored = await inTransaction(database, async (transaction) => {
    const rules = await loadRiskRules(transaction)
    if (rules.length === 0) {
      const first = readFirstRules(join(dataFolder, 'risk-rules.json'))
      await replaceRiskRules(transaction, first, { at: now, by: 'data/authority', tried: false })
    }
    return { settings: await loadSettings(transaction), anchor: await loadAnchor(transaction) }
  })
  const clock = officeClock(wallClock, stored.anchor)
  let { settings } = stored
  return {
    database,
    clock,
    wallClock,
    log,
    tariff: loadOfficeTariff(options.tariffFolder ?? join(dataFolder, 'gb-tariff')),
    rates: loadExchangeRates(join(dataFolder, 'exchange-rates.csv')),
    vatClaims: loadVatClaims(join(dataFolder, 'vat-claims.csv')),
    preferences: loadPreferences(join(dataFolder, 'preferences.json')),
    additionalMeasures: loadAdditionalMeasures(join(dataFolder, 'additional-measures.csv')),
    lowValueRelief: loadLowValueReliefs(join(dataFolder, 'low-value-relief.json')),
    returnedGoodsYears: loadReturnedGoodsYears(join(dataFolder, 'returned-goods.json')),
    contraventions: loadContraventions(join(dataFolder, 'penalties.json')),
    securityTypes: loadSecurityTypes(join(dataFolder, 'security-types.json')),
    giftRelief: loadLowValueReliefs(join(dataFolder, 'gift-relief.json')),
    northernIrelandRelief: loadLowValueReliefs(join(dataFolder, 'northern-ireland-relief.json')),
    northernIreland: {
      unionTariff: loadOfficeTariff(join(dataFolder, 'xi-tariff')),
      atRiskFrom: loadAtRiskFrom(join(dataFolder, 'northern-ireland-risk.json')),
    },
    referencePrices: loadReferencePrices(join(dataFolder, 'reference-prices.json')),
    tellingWords: loadTellingWords(join(dataFolder, 'vague-words.json')),
    stubRules: loadStubRules(join(dataFolder, 'stub-answers.json')),
    lastDay: loadCorrespondenceTerms(join(dataFolder, 'correspondence-terms.json')),
    settings: () => settings,
    changeSettings: (changed, from) => {
      settings = changed
      clock.runFrom(from)
    },
    wake: () => {
      for (const loop of loops) loop.wake()
    },
    news: newsOfLodgements(),
  }
}

const rulesFile = Type.Object({ about: Type.String(), rules: Type.Array(riskRuleSchema) })

function readFirstRules(file: string) {
  return Value.Parse(rulesFile, JSON.parse(readFileSync(file, 'utf8'))).rules
}
