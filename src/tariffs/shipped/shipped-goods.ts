import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { CommonGoods } from '../../customs/goods-search/common-goods.ts'
import { dataFolder } from '../../platform/data-files.ts'
import { csvRows } from './csv-rows.ts'

/**
 * The common goods of the starter tariff with the code of each in every territory that has one.
 * @throws Error naming the line that does not have the columns of the first
 */
export async function shippedGoods(): Promise<readonly CommonGoods[]> {
  const [head, ...rows] = csvRows(await readFile(join(dataFolder, 'tariff', 'goods.csv'), 'utf8'))
  const columns = head?.cells ?? []
  const territories = columns.filter((column) => column.endsWith('_code'))
  return rows.map(({ line, cells }) => {
    const cell = (column: string): string => {
      const text = cells[columns.indexOf(column)]
      if (text === undefined) throw new Error(`goods.csv:${line} has no column ${column}`)
      return text
    }
    const codes = territories.map((column) => [territoryOf(column), cell(column)] as const)
    return {
      id: cell('id'),
      name: { en: cell('name_en'), zh: cell('name_zh') },
      codes: new Map(codes.filter(([, code]) => code !== '')),
    }
  })
}

/** `us_code` is the column of `US`. */
function territoryOf(column: string): string {
  return column.slice(0, -'_code'.length).toUpperCase()
}
