import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { type Failure, resultOf, type Result } from '../../customs/result.ts'
import type { EditionTitle } from '../edition.ts'
import type { NamedFile } from './of-one-file.ts'

/** The parts of a title by the options that state them. */
const options = { edition: '--edition', publishedOn: '--published', effectiveFrom: '--effective' }

/** The title that was stated in full, or every part of it that is missing by its option. */
export function requiredTitle({ name, stated }: NamedFile): Result<EditionTitle> {
  const { edition, publishedOn, effectiveFrom } = stated
  const failures = [
    ...(edition === undefined ? [missing(name, 'edition', 'hts-2026-rev-4')] : []),
    ...(publishedOn === undefined ? [missing(name, 'publishedOn', '2026-02-24')] : []),
    ...(effectiveFrom === undefined ? [missing(name, 'effectiveFrom', '2026-02-24')] : []),
  ]
  return resultOf(failures, () => ({
    edition: edition as string,
    publishedOn: publishedOn as LocalDate,
    effectiveFrom: effectiveFrom as LocalDate,
  }))
}

const wordings = {
  edition: { en: 'which edition it is', zh: '属于哪个版本' },
  publishedOn: { en: 'the day on which its edition was published', zh: '其版本的公布日期' },
  effectiveFrom: { en: 'the day from which its edition holds', zh: '其版本的生效日期' },
}

function missing(name: string, part: keyof typeof options, example: string): Failure {
  const option = options[part]
  return {
    code: 'fact-missing',
    path: option,
    message: `${option}: ${name} does not say ${wordings[part].en}, and it is not known otherwise.`,
    mend: `State it, such as ${option} ${example}.`,
    zh: {
      message: `${option}：${name} 没有说明${wordings[part].zh}，也无从得知。`,
      mend: `请注明，例如 ${option} ${example}。`,
    },
  }
}
