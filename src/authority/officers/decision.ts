import type { Instant } from '../../customs/calendar/local-date.ts'
import { failure, type Failure, type FailureWording, type Result } from '../../customs/result.ts'
import { statesInChinese } from '../life-cycle/in-chinese.ts'
import type { LodgementState } from '../life-cycle/lodgement-state.ts'
import type { AcceptanceKnowledge } from '../processing/accept.ts'
import type { AccountBook } from '../processing/account-book.ts'
import type { KeptGoods } from '../kept/kept-goods.ts'
import type { PenaltyFacts } from '../penalties/penalty.ts'
import type { PastEvaluation } from '../processing/ask-risk-rules.ts'
import type { LodgementChange } from '../processing/change.ts'
import type { Lodgement, OpenControl } from '../processing/lodgement.ts'
import type { SettlementFacts } from '../processing/settle.ts'

/** What an officer has before them when they decide. */
export interface Desk {
  readonly officer: string
  readonly now: Instant
  readonly lodgement: Lodgement
  /** Absent before acceptance. */
  readonly facts?: SettlementFacts
  readonly knowledge: AcceptanceKnowledge
  /** What the risk rules have said of it so far. */
  readonly evaluations: readonly PastEvaluation[]
  readonly penalties: PenaltyFacts
  /** What was kept back of its goods so far. */
  readonly keptGoods: readonly KeptGoods[]
}

/** A decision of an officer: what it changes, or why it cannot be taken now. */
export type Decision = (desk: Desk) => Result<LodgementChange>

/** A decision that may charge deferment accounts, or give back to them, by itself. */
export type DecisionOnAccounts = (desk: Desk, accounts: AccountBook) => Result<LodgementChange>

/** Why an act is not possible now and what the officer can do instead, in both languages. */
export type RefusalWording = Required<FailureWording> & { readonly zh: Required<FailureWording> }

/** The failure of an act that is sound in itself but not possible now. */
export function refused(wording: RefusalWording): ReturnType<typeof failure> {
  return failure({ code: 'illegal-transition', path: '', ...wording })
}

/** The failure of an act for which the lodgement is in the wrong state, or nothing. */
export function wrongState(
  { lodgement }: Desk,
  states: readonly LodgementState[],
): ReturnType<typeof failure> | undefined {
  return states.includes(lodgement.state)
    ? undefined
    : refused({
        message: `The lodgement is ${lodgement.state}.`,
        mend: `This can be done while it is ${states.join(' or ')}.`,
        zh: {
          message: `该申报${statesInChinese[lodgement.state]}。`,
          mend: `此操作只能在${states.map((state) => statesInChinese[state]).join('或')}时进行。`,
        },
      })
}

/**
 * The control that an officer means, or `not-found`. A closed one is not found either: what was
 * decided about it is history.
 */
export function openControl(desk: Desk, controlId: string): Result<OpenControl> {
  const control = desk.facts?.openControls.find((candidate) => candidate.id === controlId)
  return control === undefined
    ? failure({
        code: 'not-found',
        path: '/controlId',
        message: `There is no open control ${controlId} on this lodgement.`,
        mend: 'Read the dossier again; somebody may have closed it.',
        zh: {
          message: `该申报没有未结的管控事项 ${controlId}。`,
          mend: '请重新读取卷宗；该事项可能已由他人结束。',
        },
      })
    : { ok: true, value: control }
}

/** The inspection that an officer means, while it is open. */
export function openInspection(desk: Desk, controlId: string): Result<OpenControl> {
  const control = openControl(desk, controlId)
  if (!control.ok || control.value.kind === 'inspection') return control
  return failure({
    code: 'conflict',
    path: '/inspectionId',
    message: 'This control is no inspection.',
    mend: 'Order an inspection first, or close the control as what it is.',
    zh: { message: '该管控事项不是查验。', mend: '请先下达查验，或按其类别结束该事项。' },
  })
}

/** What is wrong where an act names an item that was not declared. */
export function unknownItem(
  { lodgement }: Desk,
  sequence: number,
  path: string,
): readonly Failure[] {
  if (lodgement.declaration.items.some((item) => item.sequence === sequence)) return []
  return [
    {
      code: 'not-found',
      path,
      message: `The declaration has no item ${sequence}.`,
      zh: { message: `报关单没有第 ${sequence} 项货物。` },
    },
  ]
}
