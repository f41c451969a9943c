import type { Failure } from '../../customs/result.ts'
import { ProblemError } from './api/problem.ts'

/** Which files are taken somewhere. */
export interface FileLimits {
  readonly bytesMax: number
  /** Media types, and endings of names with their dot where a type says too little. */
  readonly accept: readonly string[]
  /** What is accepted, as people call it. */
  readonly kinds: { readonly en: string; readonly zh: string }
}

const MEBIBYTE = 1024 * 1024

/** A paper of a case, or a photograph of goods; the interface takes no more. */
export const paperLimits: FileLimits = {
  bytesMax: 10 * MEBIBYTE,
  accept: ['application/pdf', 'image/png', 'image/jpeg'],
  kinds: { en: 'a PDF, PNG or JPEG file', zh: 'PDF、PNG 或 JPEG 文件' },
}

/** A photograph of goods. */
export const photoLimits: FileLimits = {
  ...paperLimits,
  accept: ['image/png', 'image/jpeg'],
  kinds: { en: 'a PNG or JPEG picture', zh: 'PNG 或 JPEG 图片' },
}

/** A table of orders. */
export const tableLimits: FileLimits = {
  bytesMax: 8 * MEBIBYTE,
  // Browsers take the type from the programs that are installed, so the ending counts as well.
  accept: ['.csv', '.txt', '.tsv', 'text/csv', 'text/plain', 'text/tab-separated-values'],
  kinds: {
    en: 'a CSV file; spreadsheet programs save one as "CSV UTF-8"',
    zh: 'CSV 文件（可在表格软件中另存为“CSV UTF-8”）',
  },
}

/**
 * Refuses a file that the interface would refuse, before it is sent: throws a {@link ProblemError}
 * that says what is wrong with it.
 */
export function checkFile(file: Pick<File, 'name' | 'type' | 'size'>, limits: FileLimits): void {
  const failure = fileFailure(file, limits)
  if (failure === undefined) return
  throw new ProblemError({
    ...{ type: `/problems/${failure.code}`, title: failure.message, status: 422 },
    ...{ detail: failure.message, instance: '', requestId: '' },
    failures: [failure],
  })
}

function fileFailure(
  { name, type, size }: Pick<File, 'name' | 'type' | 'size'>,
  { bytesMax, accept, kinds }: FileLimits,
): Failure | undefined {
  const ending = /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? ''
  if (!accept.includes(type) && !accept.includes(ending)) {
    return {
      ...{ code: 'unsupported-type', path: '' },
      message: `${name} is of another kind.`,
      mend: `Choose ${kinds.en}.`,
      zh: { message: `${name} 的文件类型不符。`, mend: `请选择 ${kinds.zh}。` },
    }
  }
  if (size === 0) {
    return {
      ...{ code: 'invalid-input', path: '' },
      message: `${name} is empty.`,
      mend: 'Choose the file once more, or save it anew.',
      zh: { message: `${name} 是空文件。`, mend: '请重新选择文件，或重新保存后再上传。' },
    }
  }
  if (size <= bytesMax) return undefined
  // Rounded up, so that what is too large by a little never reads as if it were not.
  const [has, may] = [Math.ceil((size / MEBIBYTE) * 10) / 10, bytesMax / MEBIBYTE]
  return {
    ...{ code: 'too-large', path: '' },
    message: `${name} has ${has} MB; at most ${may} MB are taken.`,
    mend: 'Make it smaller, or divide it.',
    zh: {
      message: `${name} 有 ${has} MB，最大为 ${may} MB。`,
      mend: '请压缩文件，或拆分后上传。',
    },
  }
}
