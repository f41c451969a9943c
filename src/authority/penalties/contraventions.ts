import { readFileSync } from 'node:fs'
import { localDate } from '../../customs/calendar/local-date.ts'
import { decimal } from '../../customs/money/decimal.ts'
import type { Contravention } from './penalty.ts'

interface StoredContravention extends Omit<Contravention, 'from' | 'atMostGbp'> {
  readonly from: string
  readonly atMostGbp: string
}

/** Reads what can be penalised, once, when the office opens. @throws when the file is missing or is none */
export function loadContraventions(file: string): readonly Contravention[] {
  const { contraventions } = JSON.parse(readFileSync(file, 'utf8')) as {
    contraventions: readonly StoredContravention[]
  }
  return contraventions.map(({ from, atMostGbp, ...contravention }) => ({
    ...contravention,
    from: localDate(from),
    atMostGbp: decimal(atMostGbp),
  }))
}
