import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TariffFormat } from './tariff-format.ts'

/** The territory that was stated, where the format can be of it; else the one that the format is of. */
export function territoryOf(format: TariffFormat, stated: string | undefined): Result<string> {
  const { territories } = format
  if (territories === 'any') {
    return stated === undefined ? failure(notStated(format)) : success(stated)
  }
  const found = stated === undefined ? territories[0] : territories.find((one) => one === stated)
  return found === undefined ? failure(notOf(format, territories)) : success(found)
}

function notStated({ name }: TariffFormat): Failure {
  return {
    code: 'fact-missing',
    path: '--territory',
    message: `--territory: ${name} is a form for the tariff of any country, and the files do not say whose they are.`,
    mend: 'State it, such as --territory NO, or EU.',
    zh: {
      message: `--territory：${name} 可用于任何国家的税则，文件本身没有说明属于哪国。`,
      mend: '请注明，例如 --territory NO 或 EU。',
    },
  }
}

function notOf({ name }: TariffFormat, territories: readonly string[]): Failure {
  const known = territories.join(' or ')
  return {
    code: 'invalid-input',
    path: '--territory',
    message: `--territory: Files of the format ${name} are of ${known}.`,
    mend: `State ${known}, or leave it out.`,
    zh: {
      message: `--territory：${name} 格式的文件属于 ${territories.join('、')}。`,
      mend: `请填写 ${territories.join(' 或 ')}，或不填。`,
    },
  }
}
