import type { ResourceReport } from '../../../customs/formats/uk-trade-tariff/api/resource-report.ts'
import type { TariffOfService } from '../../../customs/formats/uk-trade-tariff/api/service-of.ts'
import type { Failure } from '../../../customs/result.ts'

/** A body names measures that it does not contain, or that say neither whom nor when they concern. */
export function withoutMeasures(reports: readonly ResourceReport[]): Failure {
  const [{ id, problem }] = reports as readonly [ResourceReport]
  const count = reports.length
  return {
    code: 'invalid-input',
    path: '/included',
    message: `The body leaves out ${count} import measure(s); the first is ${id}: ${problem.en}.`,
    mend: 'Fetch the body again and load it whole; without its measures the duty would be too low.',
    zh: {
      message: `该响应缺少 ${count} 项进口措施；第一项为 ${id}：${problem.zh}。`,
      mend: '请重新获取并完整载入；缺少措施会使税额过低。',
    },
  }
}

/** The body says that it is of the other one of the two tariffs of the service. */
export function otherTariff(service: TariffOfService): Failure {
  const [territory, en, zh] =
    service === 'xi'
      ? (['XI', 'for goods to Northern Ireland', '适用于运往北爱尔兰的货物'] as const)
      : (['GB', 'of the United Kingdom', '属于英国'] as const)
  return {
    code: 'invalid-input',
    path: '--territory',
    message: `--territory: The body is of the tariff ${en}.`,
    mend: `Import such bodies apart from others, with --territory ${territory}.`,
    zh: {
      message: `--territory：该响应${zh}。`,
      mend: `请以 --territory ${territory} 单独载入此类响应。`,
    },
  }
}

/** Among the files there is no body with goods and their measures. */
export const noGoods: Failure = {
  code: 'invalid-input',
  path: '',
  message: 'None of the files states goods with their import measures.',
  mend: 'Load bodies of commodities, or of headings that goods are declared by.',
  zh: {
    message: '没有任何文件给出货物及其进口措施。',
    mend: '请载入商品的响应，或可直接申报的品目的响应。',
  },
}
