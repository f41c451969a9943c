import type { GoodsBody } from '../../../customs/formats/uk-trade-tariff/api/read-goods-body.ts'
import type { ResourceReport } from '../../../customs/formats/uk-trade-tariff/api/resource-report.ts'
import type { NomenclatureRow } from '../../../customs/nomenclature/nomenclature-edition.ts'
import type { ReportedRow } from '../../edition.ts'

/** The objects of a body that are not in the edition, or are in it with something amiss. */
export function objectReports(
  file: string,
  { leftOut, remarks }: GoodsBody,
): readonly ReportedRow[] {
  const report =
    (isLeftOut: boolean) =>
    ({ type, id, problem }: ResourceReport): ReportedRow => ({
      ...{ file, code: `${type} ${id}`, problem, isLeftOut },
    })
  return [...leftOut.map(report(true)), ...remarks.map(report(false))]
}

/** A body in which the service says that it does not have the goods. */
export function bodyNotThere(file: string): ReportedRow {
  return {
    file,
    problem: {
      en: 'the service says that it does not have what was asked for',
      zh: '该服务表示没有所查询的内容',
    },
    isLeftOut: true,
  }
}

/** A body that is neither of goods nor of areas. */
export function bodyOfSomethingElse(file: string, type: string): ReportedRow {
  return {
    file,
    problem: {
      en: `a body of ${type}, which is no part of a tariff`,
      zh: `属于 ${type} 的响应，不是税则的组成部分`,
    },
    isLeftOut: true,
  }
}

/** A line that other bodies name, and whose own body is not among the files. */
export function lineNotHeld({ code = '', suffix }: NomenclatureRow): ReportedRow {
  return {
    code: suffix === undefined ? code : `${code} ${suffix}`,
    problem: {
      en: 'named by other bodies; no body states its measures, so the edition does not hold it',
      zh: '仅由其他响应提及；没有响应给出其措施，故此版本不含该编码',
    },
    isLeftOut: true,
  }
}
