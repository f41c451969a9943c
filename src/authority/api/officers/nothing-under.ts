import { failure } from '../../../customs/result.ts'

/** The answer about a lodgement, paper or message that the office does not have. */
export function nothingUnder(name: string): ReturnType<typeof failure> {
  return failure({
    code: 'not-found',
    path: '',
    message: `The office has nothing under ${name}.`,
    zh: { message: `海关没有编号为 ${name} 的内容。` },
  })
}
