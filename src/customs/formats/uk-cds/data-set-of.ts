import { declarationTypeParts } from '../../declaration/declaration-type.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import type { GoodsItem } from '../../declaration/goods-item.ts'
import { type Failure, failure, type Result, success } from '../../result.ts'
import type { CategoryRule, DataSet, DeclarationCategories } from './declaration-categories.ts'

/** The data set that a declaration is made in. */
export interface DeclaredDataSet {
  readonly dataSet: DataSet
  /** Whether its goods go from Great Britain to Northern Ireland and are declared not at risk. */
  readonly isGreenLane: boolean
}

/**
 * Tells from a declaration alone which data set of CDS it is, as CDS derives the procedure category:
 * by declaration type, procedure and additional procedures.
 *
 * @returns the data set; a failure where the declaration names no type or procedure, where no data
 *   set has such a combination, or where goods items belong to different ones. Requests about a
 *   declaration (amendment, cancellation, arrival) have no data set of their own.
 */
export function dataSetOf(
  declaration: Declaration,
  { rules, dataSets, greenLaneProcedures }: DeclarationCategories,
): Result<DeclaredDataSet> {
  const ofType = rulesOfType(declaration, rules)
  if (ofType.length === 0) return failure(noSuchType(declaration))
  const items = (declaration.goodsShipment?.goodsItems ?? []).map(proceduresOf)
  const fitting = items.map((item) => ofType.find((rule) => fits(item, rule))?.dataSet)
  const withoutItems = ofType.find(({ procedures }) => procedures === undefined)?.dataSet
  const [first = withoutItems, ...others] = fitting
  const dataSet = dataSets.find(({ id }) => id === first)
  if (dataSet === undefined || others.some((each) => each !== first)) {
    return failure(noCommonDataSet(items, fitting))
  }
  const isGreenLane =
    items.length > 0 && items.every((item) => bearsOneOf(item, greenLaneProcedures))
  return success({ dataSet, isGreenLane })
}

interface ItemProcedures {
  /** Requested and previous procedure, `4000`; `''` where none is declared. */
  readonly procedure: string
  readonly additional: readonly string[]
}

function rulesOfType(
  declaration: Declaration,
  rules: readonly CategoryRule[],
): readonly CategoryRule[] {
  const parts = declarationTypeParts(declaration)
  if (parts === undefined) return []
  return rules.filter(
    ({ declarationTypes, additionalTypes }) =>
      declarationTypes.includes(parts.declarationType) &&
      additionalTypes.includes(parts.additionalDeclarationType),
  )
}

function proceduresOf({ governmentProcedures = [] }: GoodsItem): ItemProcedures {
  const main = governmentProcedures.find(({ previousCode }) => previousCode !== undefined)
  return {
    procedure: main === undefined ? '' : `${main.currentCode ?? ''}${main.previousCode ?? ''}`,
    additional: governmentProcedures
      .filter(({ previousCode }) => previousCode === undefined)
      .flatMap(({ currentCode }) => currentCode ?? []),
  }
}

function fits(item: ItemProcedures, { procedures, additionalProcedures }: CategoryRule): boolean {
  const hasProcedure =
    procedures === undefined ||
    procedures.some((each) => item.procedure === each || item.procedure.slice(0, 2) === each)
  return (
    hasProcedure && (additionalProcedures === undefined || bearsOneOf(item, additionalProcedures))
  )
}

function bearsOneOf({ additional }: ItemProcedures, codes: readonly string[]): boolean {
  return additional.some((code) => codes.includes(code))
}

function noSuchType({ typeCode = '', functionCode }: Declaration): Failure {
  return {
    code: 'not-covered',
    path: '/typeCode',
    message: `No data set has declarations of type "${typeCode}" and function ${functionCode}.`,
    mend: 'State IM, EX or CO and the additional type, such as IMA or EXD, with function 9.',
    zh: {
      message: `没有类型为“${typeCode}”、功能为 ${functionCode} 的数据集。`,
      mend: '请填写 IM、EX 或 CO 加附加类型，例如 IMA 或 EXD，功能代码为 9。',
    },
  }
}

function noCommonDataSet(
  items: readonly ItemProcedures[],
  fitting: readonly (string | undefined)[],
): Failure {
  const odd = Math.max(
    0,
    fitting.findIndex((each) => each === undefined || each !== fitting[0]),
  )
  const path = `/goodsShipment/goodsItems/${odd}/governmentProcedures`
  const procedure = items[odd]?.procedure ?? ''
  if (procedure === '') {
    return {
      code: 'fact-missing',
      path,
      message: 'No procedure is declared, by which the data set is told.',
      mend: 'State requested and previous procedure, such as 40 and 00.',
      zh: {
        message: '未申报海关程序，无法判断数据集。',
        mend: '请填写申请程序和前置程序，例如 40 和 00。',
      },
    }
  }
  if (fitting[odd] === undefined) {
    return {
      code: 'not-covered',
      path,
      message: `No data set has procedure ${procedure} in declarations of this type.`,
      mend: 'Check the procedure against the declaration type.',
      zh: {
        message: `此类申报的数据集均不含程序 ${procedure}。`,
        mend: '请核对海关程序与申报类型。',
      },
    }
  }
  return {
    code: 'declaration-invalid',
    path,
    message: `Item ${odd + 1} belongs to data set ${fitting[odd]}, the first item to ${fitting[0]}.`,
    mend: 'Declare goods of different data sets in declarations of their own.',
    zh: {
      message: `第${odd + 1}项属于数据集 ${fitting[odd]}，第1项属于 ${fitting[0]}。`,
      mend: '不同数据集的货物请分别申报。',
    },
  }
}
