import type { Failure } from '../../customs/result.ts'
import type { TariffEdition } from '../edition.ts'
import { scheduleFormats } from '../schedule-formats.ts'

/** No edition of a territory is loaded, or none that holds on the day. */
export function noEdition(
  { territory, on }: { readonly territory: string; readonly on: string },
  editions: readonly TariffEdition[],
): Failure {
  const first = editions.at(-1)
  return {
    code: 'tariff-edition-missing',
    path: first === undefined ? '--destination' : '--date',
    ...(first === undefined ? nothingLoaded(territory) : beforeTheFirst(on, first)),
  }
}

function nothingLoaded(territory: string) {
  const command = `bin/tidewaiter tariff import ${importOf(territory)}`
  return {
    message: `No edition of the tariff of ${territory} is loaded that could hold these goods.`,
    mend: `Load one with: ${command}`,
    zh: {
      message: `没有载入可能含有这些货物的 ${territory} 税则版本。`,
      mend: `请用此命令载入：${command}`,
    },
  }
}

function importOf(territory: string): string {
  const format = scheduleFormats[territory]
  if (format !== undefined) return `${format} <file>`
  return territory === 'GB' || territory === 'XI'
    ? `uk-trade-tariff <folder> --territory ${territory}`
    : `tariff-csv <goods> <measures> --territory ${territory}`
}

function beforeTheFirst(on: string, { edition, effectiveFrom }: TariffEdition) {
  return {
    message: `${on} is before the first edition that is loaded: ${edition} holds from ${effectiveFrom}.`,
    mend: 'Load an earlier edition, or ask for a later day.',
    zh: {
      message: `${on} 早于已载入的最早版本：${edition} 自 ${effectiveFrom} 起有效。`,
      mend: '请载入更早的版本，或查询较后的日期。',
    },
  }
}
