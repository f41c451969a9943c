import { compareDecimals, decimal, isPositive } from '../../customs/money/decimal.ts'
import { checked, failure, success, type Failure } from '../../customs/result.ts'
import { isWhollyKept, itemThatGoes } from '../assessment/part-that-goes.ts'
import { assess, type Assessed } from '../assessment/assess.ts'
import type { KeptItem, NewKeptGoods } from '../kept/kept-goods.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import type { ChangedItem } from '../notification/content.ts'
import { dayOf } from '../processing/accept.ts'
import { amend, note, notify, unchanged, wakeAt } from '../processing/change.ts'
import { notifyTax } from '../processing/notify-tax.ts'
import { itemPointer, pointer, type PointerStep } from '../rules/declaration-error.ts'
import { notAssessable } from './correct-items.ts'
import { refused, unknownItem, wrongState, type Decision, type Desk } from './decision.ts'
import { closedInspection, heldItem } from './reassess.ts'

/** Which goods an officer keeps while the rest may go. */
export interface KeepingOrder {
  readonly as: NewKeptGoods['state']
  /** Told to the trader. */
  readonly reason: string
  readonly items: readonly KeptItem[]
  /** The inspection that this follows from; it is closed. */
  readonly inspectionId?: string
}

/**
 * Keeps goods items, or a number of pieces of them, while the rest may go: the declaration covers what goes
 * from now on (07), and so does what is due (13, 4). Where all would be kept there is nothing to let go.
 */
export function keepGoodsBack(order: KeepingOrder): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const sound = checked(order.items.flatMap((item, index) => faultsOf(desk, order, item, index)))
    if (!sound.ok) return sound
    const held = heldItem(desk, order.items)
    if (held !== undefined) return held
    const declaration = withKept(desk.lodgement.declaration, order.items)
    if (declaration.items.every(isWhollyKept)) return nothingGoes
    const closed = closedInspection(desk, order, 'goods kept back')
    if (!closed.ok) return closed
    const assessed = assessAt(desk, declaration)
    if (!assessed.ok) return notAssessable(assessed.errors)
    const { assessment } = assessed
    const told = toldOfParts(desk, { declaration, ...order, assessment })
    const number = desk.keptGoods.length + 1
    const noted = note(told, {
      actor: desk.officer,
      what: 'kept goods back',
      detail: { ...order, number },
    })
    const newKeptGoods: NewKeptGoods = {
      ...{ number, state: order.as, items: order.items, reason: order.reason },
      ...{ keptBy: desk.officer, version: told.lodgement.version },
    }
    const kept = { ...noted, closedControls: closed.value, finding: true as const, newKeptGoods }
    return success(wakeAt(kept, desk.now))
  }
}

/** By the law of the day of acceptance. */
export function assessAt(desk: Desk, declaration: LodgedDeclaration): Assessed {
  const on = dayOf(desk.lodgement.acceptedAt ?? desk.now)
  return assess(declaration, { ...desk.knowledge, on })
}

interface Parts extends Pick<KeepingOrder, 'reason' | 'items'> {
  readonly declaration: LodgedDeclaration
  readonly assessment: Extract<Assessed, { readonly ok: true }>['assessment']
}

/** Raises the version and tells what of the items goes from now on, and what is due on that. */
export function toldOfParts(desk: Desk, { declaration, reason, items, assessment }: Parts) {
  const version = desk.lodgement.version + 1
  const raised = amend(unchanged(desk.lodgement), {
    ...{ declaration, version, finalTaxVersion: version },
  })
  const named = declaration.items.filter(({ sequence }) =>
    items.some((item) => item.sequence === sequence),
  )
  const explained = notify(raised, {
    ...{ code: '07', reason },
    pointers: named.flatMap(pointersOf),
    changedItems: named.flatMap((item) => changedOf(item) ?? []),
  })
  const told = notifyTax(explained, '4', assessment, { securities: desk.facts?.securities ?? [] })
  return { ...told, corrected: declaration, assessment }
}

/** Where nothing of an item goes the item as a whole is pointed at. */
function pointersOf(item: LodgedItem): readonly (readonly PointerStep[])[] {
  if (isWhollyKept(item)) return [pointer(`42A/67A/68A#${item.sequence}`)]
  return [
    ...(item.itemPrice === undefined ? [] : [itemPointer(item.sequence, '23A/79A/112')]),
    ...(item.netMassKg === undefined ? [] : [itemPointer(item.sequence, '23A/65A/128')]),
    ...(item.supplementaryQuantity === undefined
      ? []
      : [itemPointer(item.sequence, '23A/65A/130')]),
  ]
}

function changedOf(item: LodgedItem): ChangedItem | undefined {
  if (isWhollyKept(item)) return undefined
  const { sequence, itemPrice, netMassKg, supplementaryQuantity } = itemThatGoes(item)
  return {
    sequence,
    ...(itemPrice !== undefined && { itemPrice }),
    ...(netMassKg !== undefined && { netMassKg }),
    ...(supplementaryQuantity !== undefined && { supplementaryQuantity }),
  }
}

function withKept(declaration: LodgedDeclaration, kept: readonly KeptItem[]): LodgedDeclaration {
  const items = declaration.items.map((item): LodgedItem => {
    const part = kept.find(({ sequence }) => sequence === item.sequence)
    if (part === undefined) return item
    const { kept: pieces = '1', of = '1' } = part
    return { ...item, keptBack: { kept: decimal(pieces), of: decimal(of) } }
  })
  return { ...declaration, items }
}

function faultsOf(
  desk: Desk,
  { items }: KeepingOrder,
  item: KeptItem,
  index: number,
): readonly Failure[] {
  const path = `/items/${index}`
  const isTwice = items.findIndex(({ sequence }) => sequence === item.sequence) < index
  return [
    ...unknownItem(desk, item.sequence, `${path}/sequence`),
    ...(isTwice ? [namedTwice(item.sequence, path)] : []),
    ...(isPart(item) ? [] : [noPart(path)]),
  ]
}

/** Both numbers or neither; more than nothing and no more than there is. */
function isPart({ kept, of }: KeptItem): boolean {
  if (kept === undefined || of === undefined) return kept === of
  return isPositive(decimal(kept)) && compareDecimals(decimal(kept), decimal(of)) <= 0
}

function namedTwice(sequence: number, path: string): Failure {
  return {
    ...{ code: 'invalid-input', path },
    message: `Item ${sequence} is named twice.`,
    mend: 'Name each item once, with all that is kept of it.',
    zh: { message: `第 ${sequence} 项重复。`, mend: '每项只填写一次，并写明留置的全部数量。' },
  }
}

function noPart(path: string): Failure {
  return {
    ...{ code: 'invalid-input', path: `${path}/kept` },
    message: 'The number kept is more than nothing, and no more than there are.',
    mend: 'State how many pieces are kept and how many there are, or neither for the whole item.',
    zh: {
      message: '留置数量须大于零且不超过总数。',
      mend: '请填写留置件数和总件数；整项留置则均不填写。',
    },
  }
}

const nothingGoes = failure({
  ...{ code: 'conflict', path: '/items' },
  message: 'Nothing of the goods would be left to go.',
  mend: 'Refuse entry, or seize the goods as a whole.',
  zh: { message: '没有可以放行的货物。', mend: '请拒绝入境或扣押全部货物。' },
})

/** The declaration as it covers the goods of these items again in whole. */
export function withoutKept(
  declaration: LodgedDeclaration,
  items: readonly KeptItem[],
): LodgedDeclaration {
  return {
    ...declaration,
    items: declaration.items.map((item) => {
      if (!items.some(({ sequence }) => sequence === item.sequence)) return item
      const { keptBack: _, ...whole } = item
      return whole
    }),
  }
}

/** Refuses what has become of kept goods already, or cannot become of them. */
export function notOpen(): ReturnType<typeof refused> {
  return refused({
    message: 'These goods cannot come to that now.',
    mend: 'Read the dossier again; what was detained is seized or given back, what was seized is given back, forfeited or destroyed.',
    zh: {
      message: '该货物目前不能如此处理。',
      mend: '请重新读取卷宗；留置的货物可扣押或发还，扣押的货物可发还、没收或销毁。',
    },
  })
}
