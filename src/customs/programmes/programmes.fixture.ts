import type { Result } from '../result.ts'
import type { Programmes } from './programmes.ts'
import { readProgrammes } from './read-programmes.ts'

/** A provision as a test writes it: in force since 2025 under the one law of the file. */
export type SampleProvision = Readonly<Record<string, unknown>>

/** A programme as a test writes it. */
export interface SampleProgramme {
  readonly id: string
  readonly order?: number
  readonly provisions: readonly SampleProvision[]
}

/** A file of programmes around some provisions. */
export function sampleFile(programmes: readonly SampleProgramme[]): Record<string, unknown> {
  return {
    description: 'Programmes of a test.',
    sources: [
      {
        id: 'gazette',
        title: 'Gazette',
        publisher: 'Press',
        url: 'https://gazette.example',
        readOn: '2026-11-23',
        readAs: 'invented',
      },
    ],
    laws: [
      {
        id: 'act',
        title: 'Act of a test',
        url: 'https://gazette.example/act',
        inForceFrom: '2025-01-01',
        says: { en: 'Goods bear a duty.', zh: '货物征税。' },
        confidence: 'verified',
        sources: ['gazette'],
      },
    ],
    countryGroups: [{ id: 'union', name: { en: 'Union', zh: '联盟' }, members: ['DE', 'FR'] }],
    questions: [{ id: 'is-crane', asks: { en: 'Is it a crane?', zh: '是起重机吗？' }, law: 'act' }],
    productLists: [
      {
        id: 'held',
        title: { en: 'held list', zh: '已载清单' },
        law: 'act',
        heading: '9903.88.03',
        isFootnoted: true,
        versions: [{ validFrom: '2025-01-01', codes: '7326 8471' }],
      },
      { id: 'not-held', title: { en: 'other list', zh: '其他清单' }, law: 'act' },
    ],
    programmes: programmes.map(({ id, order = 10, provisions }) => ({
      id,
      authority: 'section-301',
      name: { en: id, zh: id },
      order,
      provisions: provisions.map((provision) => ({
        from: '2025-01-01T00:01',
        law: 'act',
        ...provision,
      })),
    })),
  }
}

/** The programmes of a test, ready to be applied. */
export function sampleProgrammes(programmes: readonly SampleProgramme[]): Programmes {
  return valueOf(readProgrammes(sampleFile(programmes)))
}

/** The value of a result that has to be good. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.failures, undefined, 2))
}
