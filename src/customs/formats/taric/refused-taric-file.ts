import type { Failure } from '../../result.ts'

/** The file stops before the end of the nomenclature. */
export function cutTaricFile(line: number): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `The file is cut: it stops at line ${line}, before the end of the nomenclature.`,
    mend: 'Export the nomenclature again and load the whole file.',
    zh: {
      message: `文件不完整：在第${line}行中断，未到商品名录末尾。`,
      mend: '请重新导出商品名录，并载入完整文件。',
    },
  }
}

/** The file is something else. */
export function foreignTaricFile(line: number): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: `Line ${line} is not of the form in which the TARIC nomenclature is exported.`,
    mend: 'Load the CSV with the columns from “Goods code” to “Descr. start date” as it comes.',
    zh: {
      message: `第${line}行不符合 TARIC 商品名录导出文件的格式。`,
      mend: '请直接载入含“Goods code”至“Descr. start date”各列的 CSV 文件。',
    },
  }
}
