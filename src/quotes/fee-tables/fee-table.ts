import type { Instant } from '../../customs/calendar/local-date.ts'
import type { OwnFee } from '../../customs/landed-cost/own-fees.ts'
import type { Failure } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Row } from '../../platform/postgres/index.ts'

/** What carriers, posts or brokers ask for their own work, as a business states it. */
export interface FeeTableFacts {
  /** For people, such as the name of the carrier and the year. */
  readonly name: string
  readonly fees: readonly OwnFee[]
}

/** A table of fees that is in use. */
export interface FeeTable extends FeeTableFacts {
  readonly tableId: string
  /** Goes up by one with each change; an edit names the version that it was made on. */
  readonly version: number
  readonly statedAt: Instant
}

/** The table of a row; nothing where it was removed. */
export function feeTableOf(row: Row<'fee_table_version'>): FeeTable | undefined {
  const { table_id: tableId, version, name, fees, at } = row
  if (fees === null) return undefined
  return {
    ...{ tableId, version, name, statedAt: instantOf(at) },
    fees: fees as unknown as readonly OwnFee[],
  }
}

/** An id under which this tenant has no table of fees in use. */
export function noSuchFeeTable(tableId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no table of fees ${tableId}.`,
    mend: 'It may have been removed; look for it in the list of fee tables.',
    zh: {
      message: `没有费用表 ${tableId}。`,
      mend: '该表可能已被移除，请在费用表列表中查找。',
    },
  }
}
