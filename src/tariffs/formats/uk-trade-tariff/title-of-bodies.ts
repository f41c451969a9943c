import { isLocalDate, type LocalDate } from '../../../customs/calendar/local-date.ts'
import { type Failure, failure, type Result, success } from '../../../customs/result.ts'
import type { EditionTitle } from '../../edition.ts'
import type { NamedFiles } from '../tariff-format.ts'

/** How names of saved bodies state the day that the service was asked about. */
const DAY_IN_NAME = /as_of[=_-]?(\d{4}-\d{2}-\d{2})/

/**
 * The title of an edition of saved bodies. The bodies do not say of which day they are, so that has to
 * stand in the name of each file (`as_of_2026-11-22`), or to be stated for all of them.
 */
export function titleOfBodies({ names, territory, stated }: NamedFiles): Result<EditionTitle> {
  const days = new Map(names.map((name) => [dayIn(name), name]))
  const named = [...days.keys()].filter((day) => day !== undefined)
  const other = named.find((day) => day !== (stated.effectiveFrom ?? named[0]))
  if (other !== undefined) return failure(otherDay(days.get(other)!, other))
  const [day] = days.has(undefined) ? [] : named
  const effectiveFrom = stated.effectiveFrom ?? day
  if (effectiveFrom === undefined) return failure(noDay(days.get(undefined)!))
  const service = territory === 'XI' ? 'xi' : 'uk'
  return success({ edition: `${service}-${effectiveFrom}`, ...stated, effectiveFrom })
}

function dayIn(name: string): LocalDate | undefined {
  const day = DAY_IN_NAME.exec(name)?.[1] ?? ''
  return isLocalDate(day) ? day : undefined
}

function otherDay(name: string, day: string): Failure {
  return {
    code: 'invalid-input',
    path: '--effective',
    message: `--effective: ${name} is of ${day}, and other files or what was stated of another day.`,
    mend: 'Import the files of one day at a time: each day is an edition of its own.',
    zh: {
      message: `--effective：${name} 属于 ${day}，与其他文件或所注明的日期不同。`,
      mend: '请每次只载入同一天的文件：每一天为一个版本。',
    },
  }
}

function noDay(name: string): Failure {
  return {
    code: 'fact-missing',
    path: '--effective',
    message: `--effective: ${name} does not say of which day it is.`,
    mend: 'State the day that the service was asked about, such as --effective 2026-11-22.',
    zh: {
      message: `--effective：${name} 没有说明属于哪一天。`,
      mend: '请注明向服务查询的日期，例如 --effective 2026-11-22。',
    },
  }
}
