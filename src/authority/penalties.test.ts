import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { handWrittenH1 } from './testing/hand-written-h1.ts'
import { conversationOf, firstText, openAuthority, type OpenAuthority } from './testing/trader.ts'

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
})

afterAll(() => authority.close())

interface Dossier {
  readonly penalties: readonly {
    readonly number: number
    readonly state: string
    readonly amountGbp: string | null
  }[]
  readonly possibleActs: readonly string[]
}

interface Letters {
  readonly changes: readonly {
    readonly thread: string
    readonly subject: string
    readonly mrn?: string
    readonly answerDueOn?: string
    readonly message?: { readonly text: string }
    readonly decision?: { readonly outcome: string; readonly details?: { effect?: string } }
  }[]
}

async function cleared(declarant?: string): Promise<string> {
  const wishes = declarant === undefined ? {} : { declarant }
  const response = await authority.send('/customs/declarations', handWrittenH1(wishes))
  const notifications = await authority.notifications(conversationOf(response), '09')
  return firstText(notifications[0], 'ID') ?? ''
}

function act(mrn: string, path: string, body: object): Promise<Response> {
  return authority.officer('POST', `/lodgements/${mrn}/${path}`, { officer: 'Ada', ...body })
}

async function dossierOf(mrn: string): Promise<Dossier> {
  return (await (await authority.officer('GET', `/lodgements/${mrn}`)).json()) as Dossier
}

async function lettersAbout(mrn: string): Promise<Letters['changes']> {
  const { changes } = (await (
    await authority.ask('/correspondence/changes?limit=100')
  ).json()) as Letters
  return changes.filter((change) => change.mrn === mrn)
}

const wrong = {
  contravention: 'wrong-particulars',
  reason: 'The code of another material was declared.',
}

describe('a penalty', () => {
  it('follows a warning of the same, after the goods have gone, and is told by letter', async () => {
    const first = await cleared()
    const early = await act(first, 'penalties', { ...wrong, amountGbp: '250.00' })
    expect(early.status).toBe(409)
    expect((await act(first, 'penalties', wrong)).status).toBe(200)
    const second = await cleared()
    expect((await act(second, 'penalties', { ...wrong, amountGbp: '250.00' })).status).toBe(200)
    expect((await dossierOf(second)).penalties).toMatchObject([
      { number: 1, state: 'imposed', amountGbp: '250.00' },
    ])
    const [warning] = await lettersAbout(first)
    expect(warning?.message?.text).toContain('No money is asked for.')
    const [notice] = await lettersAbout(second)
    expect(notice?.subject).toBe(`Civil penalty ${second}/1, reason code 051`)
    expect(notice?.message?.text).toContain(wrong.reason)
    expect(notice?.message?.text).toContain('A penalty of 250.00 GBP is to be paid.')
    expect(notice?.message?.text).toContain(`until ${notice?.answerDueOn}`)
  })

  it('needs no warning where the officer says why, and never goes beyond what the law allows', async () => {
    const mrn = await cleared()
    const withoutWarningBecause = 'The error was serious.'
    const most = { ...wrong, withoutWarningBecause, amountGbp: '2500.01' }
    expect((await act(mrn, 'penalties', most)).status).toBe(400)
    expect((await act(mrn, 'penalties', { ...most, amountGbp: '0.00' })).status).toBe(400)
    expect((await act(mrn, 'penalties', { ...wrong, contravention: 'no-such-thing' })).status).toBe(
      404,
    )
    expect((await act(mrn, 'penalties', { ...most, amountGbp: '2500.00' })).status).toBe(200)
  })

  it('is paid once, and given back when it is withdrawn, which is told as well', async () => {
    const mrn = await cleared()
    const because = { withoutWarningBecause: 'Instructions were not followed.' }
    await act(mrn, 'penalties', { ...wrong, ...because, amountGbp: '100.00' })
    const paid = await act(mrn, 'penalties/1/payment', { reference: 'receipt 7' })
    expect(paid.status).toBe(200)
    expect((await act(mrn, 'penalties/1/payment', { reference: 'again' })).status).toBe(404)
    expect((await dossierOf(mrn)).possibleActs).toEqual(['penalise', 'withdraw-penalty'])
    await act(mrn, 'penalties/1/withdrawal', { reason: 'The declaration was right.' })
    const dossier = await dossierOf(mrn)
    expect(dossier.penalties).toMatchObject([{ state: 'withdrawn', amountGbp: '100.00' }])
    expect(dossier.possibleActs).toEqual(['penalise'])
    expect((await lettersAbout(mrn)).at(-1)?.subject).toMatch(/^Withdrawn: Civil penalty/)
  })

  it('falls with a review that cancels it', async () => {
    const mrn = await cleared()
    const because = { withoutWarningBecause: 'The error was serious.' }
    await act(mrn, 'penalties', { ...wrong, ...because, amountGbp: '300.00' })
    const opened = await authority.send(
      '/correspondence/threads',
      JSON.stringify({
        ...{ reference: 'review-1', kind: 'appeal', subject: 'The penalty', mrn },
        ...{ text: 'We ask for a review.', attachments: [] },
        appeal: {
          ...{ decision: 'penalty', decidedOn: authority.clock.now().slice(0, 10) },
          ...{ grounds: 'The code was right.', wanted: 'That it falls.' },
        },
      }),
      { 'content-type': 'application/json', accept: 'application/json' },
    )
    expect(opened.status).toBe(201)
    const { thread } = (await opened.json()) as { thread: string }
    const decided = await authority.officer('POST', `/correspondence/${thread}/decision`, {
      ...{ officer: 'Grace', outcome: 'cancelled', reasons: 'The code was right indeed.' },
    })
    expect(decided.status).toBe(200)
    expect((await dossierOf(mrn)).penalties).toMatchObject([{ state: 'withdrawn' }])
    const answer = (await lettersAbout(mrn)).findLast(({ decision }) => decision !== undefined)
    expect(answer?.decision).toMatchObject({
      outcome: 'cancelled',
      details: { effect: 'penalty-withdrawn' },
    })
  })

  it('is not imposed years after', async () => {
    const mrn = await cleared()
    authority.clock.advance(1100 * 86_400_000)
    expect((await act(mrn, 'penalties', wrong)).status).toBe(409)
    authority.clock.advance(-1100 * 86_400_000)
  })
})
