import { type Result, success } from '../../result.ts'
import type { CellFault } from './cell-failure.ts'
import { type CellText, refuseCell, requiredText } from './cell-text.ts'

/**
 * The commodity code of a cell: two to twelve digits, with points or spaces between its groups where
 * somebody likes. What a spreadsheet has made of a code is refused by what happened to it.
 */
export function commodityCodeIn(cell: CellText): Result<string> {
  const text = requiredText(cell)
  if (!text.ok) return text
  const damage = damages.find(({ form }) => form.test(text.value))
  if (damage !== undefined) return refuseCell(cell, damaged(text.value, damage))
  const digits = text.value.replaceAll(/(?<=\d)[. ](?=\d)/g, '')
  return /^\d{2,12}$/.test(digits) ? success(digits) : refuseCell(cell, noCode(text.value))
}

interface Damage {
  readonly form: RegExp
  readonly en: string
  readonly zh: string
}

const damages: readonly Damage[] = [
  {
    form: /^\d([.,]\d+)?e\+?\d+$/i,
    en: 'a spreadsheet took it for a number and cut its last digits',
    zh: '表格软件把它当作数字，末尾的数位已丢失',
  },
  {
    form: /^(\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|\d{1,2}[-/ ][a-z]{3}([-/ ]\d{2,4})?|[a-z]{3}[-/ ]\d{2,4})$/i,
    en: 'a spreadsheet took it for a date',
    zh: '表格软件把它当作日期',
  },
  {
    form: /^(\d{1,3}(,\d{3})+|\d+,\d+)$/,
    en: 'a spreadsheet took it for a number and parted its thousands',
    zh: '表格软件把它当作数字并加了千位分隔符',
  },
  // Groups have two or four digits, and the first has at least the chapter.
  {
    form: /^(\d|\d{3}|\d+\.\d|\d{3}(\.\d+)+|\d+\.\d(\.\d+)*|\d{1,3}\.0+)$/,
    en: 'a zero at its beginning or end was lost',
    zh: '开头或末尾的零已丢失',
  },
]

function damaged(text: string, { en, zh }: Damage): CellFault {
  return {
    problem: {
      en: `${JSON.stringify(text)} is no commodity code any more: ${en}`,
      zh: `${JSON.stringify(text)} 已不是商品编码：${zh}`,
    },
    mend: keepAsText,
  }
}

function noCode(text: string): CellFault {
  return {
    problem: {
      en: `${JSON.stringify(text)} is no commodity code of two to twelve digits`,
      zh: `${JSON.stringify(text)} 不是两到十二位数字的商品编码`,
    },
    mend: keepAsText,
  }
}

/** What keeps codes whole. */
export const keepAsText: CellFault['mend'] = {
  en: 'Format the column as text before codes are entered, and take the code from its source again.',
  zh: '请先将该列设为文本格式，再从来源重新录入编码。',
}
