import { describe, expect, it } from 'vitest'

import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import type { Instant, LocalDate } from '../calendar/local-date.ts'
import {
  assessStanding,
  type CriterionStanding,
  type RecordFigure,
  type StandingEvidence,
} from './assess-standing.ts'
import { readTrustedTraderSchemes } from './trusted-trader-scheme.ts'

const [scheme] = valueOf(readTrustedTraderSchemes(dataFile('gb/trusted-trader.json')))
const today = '2026-09-01' as LocalDate
const nothing: StandingEvidence = { documents: [], judgements: [], figures: [], today }

const judgedAt = '2026-08-01T10:00:00.000Z' as Instant
const accounts = {
  evidenceId: 'evidence_1',
  criterion: 'solvency',
  document: 'annual-accounts',
  expiresOn: '2026-12-31' as LocalDate,
}
const judgedMet = {
  ...({ evidenceId: 'evidence_2', criterion: 'solvency', verdict: 'met', judgedAt } as const),
}
const shortfall = (lastAt: string): RecordFigure => ({
  ...{ name: 'funds-insufficient', count: 1, lastAt: lastAt as Instant },
})

const solvencyBy = (evidence: Partial<StandingEvidence>): CriterionStanding =>
  assessStanding(scheme!, { ...nothing, ...evidence }).find(
    ({ criterion }) => criterion.id === 'solvency',
  )!

describe('the standing of a trusted trader', () => {
  it('of a business that has brought nothing is met in nothing', () => {
    const standing = assessStanding(scheme!, nothing)
    expect(standing.map(({ criterion, state }) => [criterion.id, state])).toEqual([
      ['compliance', 'missing'],
      ['records', 'missing'],
      ['solvency', 'missing'],
      ['competence', 'missing'],
      ['security', 'missing'],
    ])
  })

  it('is met by every required document and a judgement', () => {
    const met = solvencyBy({ documents: [accounts], judgements: [judgedMet] })
    expect(met).toMatchObject({ state: 'met', reasons: [{ kind: 'judged-met' }] })
    expect(met.documents).toMatchObject([{ state: 'holds', evidenceIds: ['evidence_1'] }])
  })

  it.each<[string, Partial<StandingEvidence>, CriterionStanding['state'], object[]]>([
    [
      'a judgement without its document',
      { judgements: [judgedMet] },
      'missing',
      [{ kind: 'document-missing', document: 'annual-accounts' }],
    ],
    [
      'a document that nobody has judged by',
      { documents: [accounts] },
      'cannot-be-said',
      [{ kind: 'to-be-judged' }],
    ],
    [
      'a document whose last day is over',
      {
        documents: [{ ...accounts, expiresOn: '2026-08-31' as LocalDate }],
        judgements: [judgedMet],
      },
      'missing',
      [{ kind: 'document-expired', document: 'annual-accounts' }],
    ],
    [
      'a judgement whose last day is over',
      {
        documents: [accounts],
        judgements: [{ ...judgedMet, expiresOn: '2026-08-31' as LocalDate }],
      },
      'cannot-be-said',
      [{ kind: 'judgement-expired' }],
    ],
    [
      'a newer judgement against it',
      {
        documents: [accounts],
        judgements: [
          judgedMet,
          { ...judgedMet, verdict: 'not-met', judgedAt: '2026-08-02T10:00:00.000Z' as Instant },
        ],
      },
      'missing',
      [{ kind: 'judged-not-met' }],
    ],
    [
      'something that happened after the judgement',
      {
        documents: [accounts],
        judgements: [judgedMet],
        figures: [shortfall('2026-08-20T10:00:00.000Z')],
      },
      'cannot-be-said',
      [{ kind: 'record-changed-since', figure: 'funds-insufficient' }],
    ],
  ])('is not met by %s', (_, evidence, state, reasons) => {
    expect(solvencyBy(evidence)).toMatchObject({ state, reasons })
  })

  it('is held by a document on its last day, and by what a judgement has already weighed', () => {
    const standing = solvencyBy({
      documents: [{ ...accounts, expiresOn: today }],
      judgements: [judgedMet],
      figures: [shortfall('2026-07-20T10:00:00.000Z')],
    })
    expect(standing.state).toBe('met')
    expect(standing.figures).toMatchObject([{ name: 'funds-insufficient', count: 1 }])
  })

  it('asks for no document that is not required', () => {
    const [compliance] = assessStanding(scheme!, {
      ...nothing,
      documents: ['error-procedures', 'change-procedure'].map((document) => ({
        ...{ evidenceId: document, criterion: 'compliance', document },
      })),
      judgements: [{ ...judgedMet, criterion: 'compliance' }],
    })
    expect(compliance?.state).toBe('met')
  })
})
