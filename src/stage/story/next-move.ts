import type { CaseView } from '../../api/views/case-view.ts'
import type { Dossier, DossierControl, Facts } from './facts.ts'

/** What somebody on the stage can do, each by a real request. */
export const acts = [
  'hand-in-order',
  'declare',
  'report-arrival',
  'order-inspection',
  'record-findings',
  're-assess',
  'answer-question',
  'close-control',
  'let-go',
  'pay',
  'hand-over',
  'deliver',
] as const

/** One of {@link acts}. */
export type Act = (typeof acts)[number]

/** What a run waits for without anybody on the stage doing anything. */
export type Wait = 'preparation' | 'registration' | 'acceptance' | 'news' | 'settlement'

/** What only the viewer can do, because the viewer has brought it about. */
export type Need = 'mend-goods' | 'take-up-again' | 'send-papers' | 'top-up'

/** How a run can end. */
export type End = 'delivered' | 'stopped-by-customs' | 'other'

/** What comes next in a run. */
export type Move =
  | { readonly kind: 'act'; readonly act: Act; readonly controlId?: string }
  | { readonly kind: 'wait'; readonly for: Wait }
  | { readonly kind: 'person'; readonly need: Need }
  | { readonly kind: 'end'; readonly end: End }

/**
 * What comes next, from the facts alone and not from what was planned: so a run goes on from wherever
 * somebody has brought the case.
 *
 * @param wanted whether the parcel is to be opened although nothing else calls for it
 */
export function nextMove(facts: Facts, wanted: { readonly inspection: boolean }): Move {
  const { order, case: view } = facts
  if (order === undefined) return act('hand-in-order')
  if (view === undefined) return wait('preparation')
  switch (view.state) {
    case 'draft':
    case 'preparing':
      return isStuck(view) ? person('mend-goods') : wait('preparation')
    case 'stopped':
      return person('take-up-again')
    case 'ready':
      return act('declare')
    case 'lodged':
      return wait('registration')
    case 'registered':
      return view.transport === 'arrived' || view.transport === 'presented'
        ? wait('acceptance')
        : act('report-arrival')
    case 'accepted':
      return atTheOffice(view, facts, wanted.inspection)
    case 'released':
    case 'cleared':
      return afterRelease(view, facts)
    case 'delivered':
      return facts.owed?.length ? act('pay') : { kind: 'end', end: 'delivered' }
    case 'refused':
    case 'seized':
      return { kind: 'end', end: 'stopped-by-customs' }
    default:
      return { kind: 'end', end: 'other' }
  }
}

function isStuck({ obstacles, findings }: CaseView): boolean {
  return obstacles.length > 0 || findings.some(({ severity }) => severity === 'blocking')
}

function atTheOffice(view: CaseView, { dossier, order }: Facts, wanted: boolean): Move {
  if (view.insufficientFunds) return person('top-up')
  if (dossier?.register.state !== 'accepted') return wait('news')
  const open = dossier.controls.filter(({ state }) => state === 'open')
  const of = (kind: DossierControl['kind']) => open.find((control) => control.kind === kind)
  const inspection = of('inspection')
  if (inspection !== undefined) {
    const next = areFindingsRecorded(dossier, inspection) ? 're-assess' : 'record-findings'
    return act(next, inspection.id)
  }
  const isLie = order?.lies.misDescribed === true || order?.lies.underValued === true
  const wasOpened = dossier.controls.some(({ kind }) => kind === 'inspection')
  if ((isLie || wanted) && !wasOpened && open.length > 0) return act('order-inspection')
  const papers = of('documents')
  if (papers !== undefined) return documentsMove(view, papers)
  const question = of('question')
  if (question !== undefined) return questionMove(view, question)
  return open.length > 0 ? act('let-go') : wait('settlement')
}

function areFindingsRecorded({ history }: Dossier, { id }: DossierControl): boolean {
  return history.some(
    ({ what, detail }) => what === 'recorded an inspection' && JSON.stringify(detail).includes(id),
  )
}

/** Papers are for the viewer to send; the officer closes the request once they have come. */
function documentsMove({ controls }: CaseView, { id }: DossierControl): Move {
  const isWaiting = controls.some(({ state }) => state === 'documents-requested')
  return isWaiting ? person('send-papers') : act('close-control', id)
}

function questionMove({ questions }: CaseView, { id }: DossierControl): Move {
  const isAsked = questions.some(({ state }) => state === 'asked')
  if (isAsked) return act('answer-question')
  return questions.length === 0 ? wait('news') : act('close-control', id)
}

function afterRelease(view: CaseView, { owed }: Facts): Move {
  if (!isCharged(view)) return wait('news')
  if (owed === undefined) return wait('news')
  if (owed.length > 0) return act('pay')
  const isOnItsWay = view.transport === 'handed-over' || view.transport === 'failed'
  return isOnItsWay ? act('deliver') : act('hand-over')
}

/** The authority's messages come in any order, so a release may be known before what was charged. */
function isCharged({ assessment, debts }: CaseView): boolean {
  return assessment?.state === 'final' && debts.every(({ state }) => state !== 'due')
}

function act(name: Act, controlId?: string): Move {
  return { kind: 'act', act: name, ...(controlId !== undefined && { controlId }) }
}

function wait(what: Wait): Move {
  return { kind: 'wait', for: what }
}

function person(need: Need): Move {
  return { kind: 'person', need }
}
