import type { DeskThread } from '../correspondence/view-at-desk.ts'
import { handWrittenH1, type H1Wishes } from './hand-written-h1.ts'
import { letterBoxOf } from './letters.ts'
import { conversationOf, firstText, type OpenAuthority } from './trader.ts'

/** What these tests look at in a dossier. */
interface Dossier {
  readonly register: { readonly state: string; readonly version: number }
  readonly controls: readonly { readonly id: string }[]
  readonly charges: readonly { readonly method: string; readonly amountGbp: string }[]
  readonly securities: readonly { readonly id: string }[]
  readonly risk: readonly {
    readonly facts?: { readonly consignment: { readonly exporterFindings?: string } }
  }[]
  readonly declaration: { readonly items: readonly { readonly itemPrice: object }[] }
}

/** A consignment that a risk rule has examined. */
export const cheapShoes: H1Wishes = {
  items: [
    {
      commodityCode: '6403999690',
      description: 'Men’s shoes, uppers of bovine leather, soles of rubber',
      price: '40.00',
      supplementaryQuantity: '20',
    },
  ],
}

/** An office under test with both sides of its letters: what the trader writes and what Ada does. */
export function letterOffice(authority: OpenAuthority) {
  const box = letterBoxOf(authority)
  let number = 0
  const lodge = async (wishes: H1Wishes, until: string) => {
    const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
    const conversation = conversationOf(response)
    const notifications = await authority.notifications(conversation, until)
    return { conversation, mrn: firstText(notifications[0], 'ID') ?? '' }
  }
  const dossierOf = async (mrn: string) =>
    (await (await authority.officer('GET', `/lodgements/${mrn}`)).json()) as Dossier
  const onEntry = (mrn: string, path: string, body: object) =>
    authority.officer('POST', `/lodgements/${mrn}/${path}`, { officer: 'Ada', ...body })
  const onThread = (thread: string, path: string, body: object, method = 'POST') =>
    authority.officer(method, `/correspondence/${thread}/${path}`, { officer: 'Ada', ...body })
  const send = (letter: object) => {
    number += 1
    const base = { reference: `L-${number}`, subject: 'A letter', text: 'As below.' }
    return box.open({ ...base, ...letter })
  }
  return {
    box,
    lodge,
    /** What was charged and given back, the least first: within a moment the cash book has no order. */
    moneyOf: async (mrn: string) => {
      const { charges } = await dossierOf(mrn)
      return charges
        .map(({ method, amountGbp }) => `${method} ${amountGbp}`)
        .sort((left, right) => Number(left.slice(2)) - Number(right.slice(2)))
    },
    dossierOf,
    onEntry,
    onThread,
    send,
    /** A thread as an officer reads it. */
    atDesk: async (thread: string) =>
      (await (await authority.officer('GET', `/correspondence/${thread}`)).json()) as DeskThread,
    /** Writes a letter and gives the thread that it has opened. */
    written: async (letter: object): Promise<string> => {
      const answer = await send(letter)
      if (answer.status !== 201) throw new Error(await answer.text())
      return ((await answer.json()) as { thread: string }).thread
    },
    /** Shoes that were examined and held to be worth 900 pounds, and have gone since. */
    revaluedShoes: async (wishes: H1Wishes = {}) => {
      const lodged = await lodge({ ...cheapShoes, ...wishes }, '05')
      const inspectionId = (await dossierOf(lodged.mrn)).controls[0]?.id
      const items = [{ sequence: 1, itemPrice: { amount: '900.00', currency: 'GBP' } }]
      await onEntry(lodged.mrn, 're-assessments', { reason: 'Too cheap', inspectionId, items })
      await authority.notifications(lodged.conversation, '09')
      return lodged
    },
    /** A request to review what was decided about a declaration today. */
    appeal: (mrn: string, changes: object = {}) =>
      appealOf(mrn, { decidedOn: authority.clock.now().slice(0, 10), ...changes }),
  }
}

function appealOf(mrn: string, changes: object) {
  return {
    kind: 'appeal',
    mrn,
    appeal: {
      decision: 'assessment',
      grounds: 'They are samples, cut through the sole.',
      wanted: 'The declared value.',
      ...changes,
    },
  }
}
