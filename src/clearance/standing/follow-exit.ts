import type { Standing } from '../../customs/formats/uk-cds/standing.ts'
import type { CaseState } from '../case-state.ts'
import type { NewCaseEvent } from '../events/case-event.ts'

/** That goods which leave are out of the country, told once. */
export function followExit(state: CaseState, standing: Standing): readonly NewCaseEvent[] {
  if (standing.state !== 'exited' || state.exit !== undefined) return []
  const { exitedAt } = standing
  return [{ type: 'goods-exited', data: exitedAt === undefined ? {} : { exitedAt } }]
}
