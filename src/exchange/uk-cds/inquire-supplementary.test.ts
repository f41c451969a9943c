import { describe, expect, it } from 'vitest'
import { inquireSupplementary } from './inquire-supplementary.ts'
import type { DeclarationStatus } from './read-information.ts'
import type { InformationAnswer, StatusQueries } from './status-queries.ts'

const message = { lrn: 'SUPPLEMENTARY-2', ducr: '6GB1-X', subject: '26GB0FIRST' }

const declaration = (mrn: string, lrn?: string): DeclarationStatus => ({
  ...{ mrn, references: [] },
  ...(lrn !== undefined && { lrn }),
})

type Answer = InformationAnswer<readonly DeclarationStatus[]>

const answered = (...value: readonly DeclarationStatus[]): Answer => ({ kind: 'answered', value })

/** What HMRC says of the DUCR, and of the versions of each MRN. */
function hmrc(status: Answer, versions: Readonly<Record<string, Answer>> = {}) {
  const asked: string[] = []
  const queries: Pick<StatusQueries, 'status' | 'versions'> = {
    status: (by, reference) => {
      asked.push(`${by} ${reference}`)
      return Promise.resolve(status)
    },
    versions: (mrn) => {
      asked.push(`versions ${mrn}`)
      return Promise.resolve(versions[mrn] ?? { kind: 'not-known' })
    },
  }
  return { asked, queries }
}

const first = declaration('26GB0FIRST')

describe('whether customs have a supplementary declaration', () => {
  it('is no where they have the simplified one alone, which is not looked into', async () => {
    const { asked, queries } = hmrc(answered(first))
    expect(await inquireSupplementary(queries, message)).toEqual({ kind: 'not-known' })
    expect(asked).toEqual(['ducr 6GB1-X'])
  })

  it('follows from the LRN that the versions state where the status states none', async () => {
    const under = answered(declaration('26GB2OWN'), declaration('26GB1EARLIER'), first)
    const { asked, queries } = hmrc(under, {
      '26GB1EARLIER': answered(declaration('26GB1EARLIER', 'SUPPLEMENTARY-1')),
      '26GB2OWN': answered(declaration('26GB2OWN', 'SUPPLEMENTARY-2')),
    })
    const found = await inquireSupplementary(queries, message)
    expect(found).toEqual({ kind: 'known', mrn: '26GB2OWN' })
    expect(asked).toEqual(['ducr 6GB1-X', 'versions 26GB2OWN'])
  })

  it('is no where all that they have are earlier attempts', async () => {
    const earlier = declaration('26GB1EARLIER', 'SUPPLEMENTARY-1')
    const { queries } = hmrc(answered(earlier, first))
    expect(await inquireSupplementary(queries, message)).toEqual({ kind: 'not-known' })
  })

  it('stays in doubt where a declaration is not said to be under any LRN', async () => {
    const { queries } = hmrc(answered(declaration('26GB3NAMELESS'), first))
    expect(await inquireSupplementary(queries, message)).toMatchObject({
      ...{ kind: 'no-answer', obstacle: 'message' },
      why: expect.stringContaining('26GB3NAMELESS') as string,
    })
  })

  it('stays in doubt while nobody answers, with the pause that is asked for', async () => {
    const silence = { kind: 'no-answer', why: 'HTTP 503', retryAfterSeconds: 7 } as const
    expect(await inquireSupplementary(hmrc(silence).queries, message)).toEqual(silence)
    const later = hmrc(answered(declaration('26GB2OWN'), first), { '26GB2OWN': silence })
    expect(await inquireSupplementary(later.queries, message)).toEqual(silence)
    const refused = hmrc({ kind: 'refused', why: 'HTTP 400' })
    expect(await inquireSupplementary(refused.queries, message)).toEqual({
      ...{ kind: 'no-answer', obstacle: 'message', why: 'HTTP 400' },
    })
  })
})
