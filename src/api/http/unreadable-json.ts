import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Failure } from '../../customs/result.ts'

/** Why a body could not be read as JSON, with the place where it goes wrong as far as that is known. */
export function unreadableJson(text: string): Failure {
  const { en, zh } = whatIsWrong(text)
  return unreadableBody({
    en: `The body is no JSON: ${en}.`,
    zh: `请求内容不是 JSON：${zh}。`,
  })
}

/** A body that is not what its headers or its form promise. */
export function unreadableBody({ en, zh }: BilingualText): Failure {
  return {
    code: 'invalid-input',
    path: '',
    message: en,
    mend: 'Send one JSON value.',
    zh: { message: zh, mend: '请发送一个 JSON 值。' },
  }
}

function whatIsWrong(text: string): BilingualText {
  const said = parserSays(text)
  // What can be parsed was refused for names that change what an object is.
  if (said === undefined) {
    return {
      en: 'it has a property named __proto__ or constructor.prototype',
      zh: '含有名为 __proto__ 或 constructor.prototype 的属性',
    }
  }
  const position = /position (\d+)/.exec(said)?.[1]
  const endsTooEarly = /end of JSON/.test(said) || Number(position) >= text.trimEnd().length
  if (endsTooEarly)
    return { en: 'it ends too early and may have been cut', zh: '内容不完整，可能被截断' }
  if (position === undefined) return { en: said, zh: '格式有误' }
  const before = text.slice(0, Number(position)).split('\n')
  const [line, column] = [before.length, before.at(-1)!.length + 1]
  const reason = said.replace(/ in JSON at position.*$/s, '')
  return {
    en: `${reason} at line ${line}, column ${column}`,
    zh: `第${line}行第${column}列格式有误`,
  }
}

function parserSays(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return (error as SyntaxError).message.replaceAll(/\s+/g, ' ')
  }
}
