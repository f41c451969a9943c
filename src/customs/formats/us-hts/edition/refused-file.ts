import type { BilingualText } from '../../../bilingual-text.ts'
import type { Failure } from '../../../result.ts'
import { printedCode } from './printed-code.ts'

/** How many damaged rows a failure names before it only counts the rest. */
const rowsNamedMax = 20

const exportAgain: BilingualText = {
  en: 'Export it from hts.usitc.gov again and load the whole file.',
  zh: '请从 hts.usitc.gov 重新导出，并载入完整文件。',
}

/** The file stops within a row, or before the sign that ends the list of rows. */
export function cutFile(line: number): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `The file is cut: it stops at line ${line} in the middle of the schedule.`,
    mend: exportAgain.en,
    zh: { message: `文件不完整：在第${line}行中断。`, mend: exportAgain.zh },
  }
}

/** The file has rows that are whole, but not all of them. */
export function stopsEarly(lastCode: string | undefined): Failure {
  const last = lastCode === undefined ? undefined : printedCode(lastCode)
  return {
    code: 'invalid-input',
    path: '',
    message:
      last === undefined
        ? 'The file holds no row of the schedule.'
        : `The file is cut: it stops after ${last}, and the schedule goes on to chapter 99.`,
    mend: exportAgain.en,
    zh: {
      message:
        last === undefined
          ? '文件中没有任何税则行。'
          : `文件不完整：止于 ${last}，而税则直至第99章。`,
      mend: exportAgain.zh,
    },
  }
}

/** The file is not what its format says. */
export function brokenFile(line: number): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `Line ${line} is not of the form in which the USITC exports the schedule.`,
    mend: 'Load the file as it comes from hts.usitc.gov, and name its format, JSON or CSV.',
    zh: {
      message: `第${line}行不符合 USITC 导出税则的格式。`,
      mend: '请直接载入 hts.usitc.gov 导出的文件，并指明其格式（JSON 或 CSV）。',
    },
  }
}

/** A spreadsheet has changed codes, and nobody can tell what else. */
export function damagedCodes(
  rows: readonly { readonly line: number; readonly code: string }[],
): Failure {
  const named = rows.slice(0, rowsNamedMax)
  const others = rows.length - named.length
  const en = named.map(({ line, code }) => `${line} (${code})`).join(', ')
  const zh = named.map(({ line, code }) => `第${line}行（${code}）`).join('、')
  return {
    code: 'invalid-input',
    path: '',
    message:
      `A spreadsheet has changed the codes of ${rows.length} rows into numbers or dates: ` +
      `line ${en}${others === 0 ? '' : ` and ${others} more`}.`,
    mend: 'Load the file as it comes from hts.usitc.gov, without opening it in a spreadsheet.',
    zh: {
      message:
        `电子表格软件已将${rows.length}行的编码改成数字或日期：` +
        `${zh}${others === 0 ? '' : `，另有${others}行`}。`,
      mend: '请直接载入 hts.usitc.gov 导出的文件，不要先用电子表格软件打开。',
    },
  }
}
