import type { CaseView } from '../../api/views/case-view.ts'
import type { TrackedParcel } from '../../api/tracking.ts'
import { systemClock } from '../../platform/clock.ts'
import { newLocalReference } from '../../platform/ids.ts'
import type { JourneyClient } from '../../start/journey-client.ts'
import type { Dossier, Facts } from '../story/facts.ts'
import type { Act } from '../story/next-move.ts'
import { type Lies, stageOrder } from '../story/stage-order.ts'
import { correctionsOf, whatTheOfficerFinds } from '../story/what-the-officer-finds.ts'
import type { DeskClient } from './desk-client.ts'

/** The name under which the officer on the stage stands in dossiers. */
export const stageOfficer = 'Stage officer'

/** An order that was handed in on the stage. */
export interface StageRun {
  readonly caseId: string
  readonly reference: string
  /** The link that the shopper has been given. */
  readonly trackingUrl: string
  readonly lies: Lies
}

/** The people of the stage. They have nothing but the public interfaces and keys of their own. */
export interface Cast {
  /** The shop hands in an order and sends the shopper the link to it. */
  handInOrder(lies: Lies): Promise<StageRun>
  /** What the interfaces say of the run now. */
  readFacts(run: StageRun | undefined): Promise<Facts>
  /** Does one act; refused as any person's would be where the case has gone elsewhere. */
  perform(act: Act, scene: Scene): Promise<void>
}

/** Where an act takes place. */
export interface Scene {
  readonly run: StageRun
  readonly facts: Facts
  /** The control that the act is about, where there is one. */
  readonly controlId?: string
}

/** Speaks to the interface in somebody's name; throws a `JourneyFailed` where it is refused. */
export type CastClient = Pick<JourneyClient, 'get' | 'post' | 'close'>

/** With what each of the people speaks. */
export interface CastClients {
  readonly shop: CastClient
  readonly broker: CastClient
  readonly carrier: CastClient
  readonly desk: DeskClient
}

const CARRIER = 'Meridian Air Express'

export function createCast(clients: CastClients): Cast {
  const inOrder = settledReader(clients)
  return {
    handInOrder: (lies) => handInOrder(clients, lies),
    readFacts: async (run) => {
      if (run === undefined) return {}
      const view = await clients.shop.get<CaseView>(`/v1/cases/${run.caseId}`)
      const mrn = view.declaration?.mrn
      const owed = await inOrder(run, view)
      return {
        order: { caseId: run.caseId, lies: run.lies },
        case: view,
        ...(mrn !== undefined && {
          dossier: await clients.desk.get<Dossier>(`/officers/lodgements/${mrn}`),
        }),
        ...(owed !== undefined && { owed }),
      }
    },
    perform: (act, scene) => performers[act](clients, scene),
  }
}

async function handInOrder({ shop }: CastClients, lies: Lies): Promise<StageRun> {
  const reference = `LL-${newLocalReference().slice(-8)}`
  const order = stageOrder(reference, systemClock.now().slice(0, 10), lies)
  const { caseId } = await shop.post<{ caseId: string }>('/v1/orders', order)
  const { url } = await shop.post<{ url: string }>(`/v1/cases/${caseId}/tracking-links`, {})
  return { caseId, reference, trackingUrl: url, lies }
}

/**
 * What the shopper's own page asks to be paid, once the goods are released. It is looked at once for
 * every version of the case: the page of a link is not made to be asked several times a second.
 */
function settledReader({ shop }: CastClients) {
  let last: { readonly key: string; readonly owed: Facts['owed'] } | undefined
  return async (run: StageRun, view: CaseView): Promise<Facts['owed']> => {
    if (!['released', 'cleared', 'delivered'].includes(view.state)) return undefined
    const key = `${view.id} ${view.version}`
    if (last?.key === key) return last.owed
    const token = new URL(run.trackingUrl).pathname.split('/').at(-1)
    const { money } = await shop.get<TrackedParcel>(`/v1/track/${token}`)
    const due = money.filter(({ standing, from }) => standing === 'due' && from === 'you')
    last = { key, owed: due.map(({ amount }) => amount) }
    return last.owed
  }
}

type Perform = (clients: CastClients, scene: Scene) => Promise<void>

const performers: Readonly<Record<Act, Perform>> = {
  'hand-in-order': () => Promise.reject(new Error('an order is handed in by handInOrder()')),
  declare: async ({ broker }, { run }) => {
    await broker.post(`/v1/cases/${run.caseId}/declare`, { additionalType: 'D' })
  },
  'report-arrival': async (clients, scene) => {
    if (scene.facts.case?.transport === undefined) {
      await report(clients, scene, { event: 'goods-departed', place: 'Qingdao' })
    }
    await report(clients, scene, { event: 'goods-arrived', place: 'London Heathrow' })
  },
  'order-inspection': (clients, scene) =>
    atDesk(clients, scene, {
      act: 'inspections',
      body: { reason: 'The parcel is opened to compare the goods with the declaration.' },
    }),
  'record-findings': (clients, scene) =>
    atDesk(clients, scene, {
      act: `inspections/${scene.controlId}/findings`,
      body: { findings: findingsIn(scene) },
    }),
  're-assess': (clients, scene) => reassess(clients, scene),
  'answer-question': async ({ broker }, { run, facts }) => {
    const question = facts.case?.questions.find(({ state }) => state === 'asked')
    if (question === undefined) return
    const path = `/v1/cases/${run.caseId}/questions/${question.questionId}/answer`
    await broker.post(path, { text: 'The goods are as on the commercial invoice.' })
  },
  'close-control': (clients, scene) =>
    atDesk(clients, scene, {
      act: `controls/${scene.controlId}/closure`,
      body: { reason: 'What was asked for has come and answers it.' },
    }),
  'let-go': (clients, scene) =>
    atDesk(clients, scene, {
      act: 'release',
      body: { reason: 'Nothing speaks against the release of this parcel.' },
    }),
  pay: async ({ shop }, { run, facts }) => {
    for (const amount of facts.owed ?? []) {
      const reference = `PAID-${newLocalReference().slice(-10)}`
      await shop.post(`/v1/cases/${run.caseId}/payments`, { payer: 'buyer', amount, reference })
    }
  },
  'hand-over': (clients, scene) =>
    report(clients, scene, { event: 'goods-handed-over', place: 'Bristol' }),
  deliver: (clients, scene) =>
    report(clients, scene, { event: 'goods-delivered', place: 'Bristol' }),
}

/** A viewer may have recorded findings of their own; then what is really inside counts all the same. */
async function reassess(clients: CastClients, scene: Scene): Promise<void> {
  const findings = findingsIn(scene)
  const items = correctionsOf(findings)
  if (items.length === 0) {
    const body = { findings }
    await atDesk(clients, scene, { act: `inspections/${scene.controlId}/findings`, body })
    return
  }
  const reason = findings
    .filter(({ result }) => result !== 'satisfied')
    .map((finding) => finding.reason)
    .join(' ')
  await atDesk(clients, scene, {
    act: 're-assessments',
    body: { reason, items, inspectionId: scene.controlId },
  })
}

function findingsIn({ facts, run }: Scene) {
  return facts.dossier === undefined ? [] : whatTheOfficerFinds(facts.dossier, run.lies)
}

interface DeskAct {
  readonly act: string
  readonly body: object
}

async function atDesk({ desk }: CastClients, { facts }: Scene, { act, body }: DeskAct) {
  const mrn = facts.dossier?.register.mrn
  await desk.post(`/officers/lodgements/${mrn}/${act}`, { officer: stageOfficer, ...body })
}

async function report(
  { carrier }: CastClients,
  { run }: Scene,
  news: { readonly event: string; readonly place: string },
): Promise<void> {
  await carrier.post(`/v1/cases/${run.caseId}/transport-events`, {
    ...news,
    occurredAt: systemClock.now(),
    source: CARRIER,
  })
}
