import type { Failures, FailureWording } from '../customs/result.ts'
import type { XmlFailure } from '../customs/xml/read-xml.ts'
import type { LineId } from './answer-lines.ts'

/** A message that is not understood, with the place where that shows. */
export interface MessageNotUnderstood {
  readonly id?: LineId
  /** Where, what and how to mend it, in one line. */
  readonly error: string
  /** The same in Chinese. */
  readonly errorZh?: string
  /** From 1; absent where it is not about a place in the message. */
  readonly line?: number
  readonly column?: number
}

/** The answer in place of what a message says. */
export function notUnderstood(failures: Failures): MessageNotUnderstood {
  const [failure] = failures
  const { line, column } = failure as Partial<XmlFailure>
  if (line === undefined || column === undefined) {
    return { error: inOneLine(failure, xmlMend.en) }
  }
  const zh = failure.zh ?? { message: '该文档不是可以读取的 XML。' }
  return {
    error: `Line ${line}, column ${column}: ${inOneLine(failure, xmlMend.en)}`,
    errorZh: `第${line}行第${column}列：${inOneLine(zh, xmlMend.zh)}`,
    line,
    column,
  }
}

/** What to do where a document is no XML: the reader says what is wrong with it. */
const xmlMend = {
  en: 'Correct it there, or hand in the document as it was sent.',
  zh: '请更正此处，或提交发送时的原文档。',
}

function inOneLine({ message, mend }: FailureWording, otherMend: string): string {
  return `${message} ${mend ?? otherMend}`.replaceAll(/\s+/g, ' ')
}
