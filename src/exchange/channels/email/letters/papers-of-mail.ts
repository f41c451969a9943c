import type { Attachment } from 'mailparser'
import type { LeftOutPaper, ReceivedAttachment } from '../../../letters/letter-box.ts'
import { mediaTypeOf, takenMediaTypes } from '../../../letters/paper-media-type.ts'
import { largestPaperBytes, mostPapers } from '../../../letters/paper-limits.ts'

/** What is wrong with a paper whose beginning is that of its kind; undefined where nothing is. */
export type PaperFault = (paper: ReceivedAttachment) => string | undefined

/**
 * The papers of a mail that are taken in, and those that are not, each with its reason: too large, too many,
 * or of another kind than papers are, by their bytes and not by what the mail calls them.
 */
export function papersOfMail(
  attachments: readonly Attachment[],
  paperFault: PaperFault,
): { readonly papers: readonly ReceivedAttachment[]; readonly leftOut: readonly LeftOutPaper[] } {
  const papers: ReceivedAttachment[] = []
  const leftOut: LeftOutPaper[] = []
  for (const [index, attachment] of attachments.entries()) {
    const read = paperOf(attachment, index, paperFault)
    if ('why' in read) leftOut.push(read)
    else if (papers.length < mostPapers) papers.push(read)
    else leftOut.push({ name: read.name, why: `a letter brings ${mostPapers} papers at most` })
  }
  return { papers, leftOut }
}

function paperOf(
  { filename, contentType, content }: Attachment,
  index: number,
  paperFault: PaperFault,
): ReceivedAttachment | LeftOutPaper {
  const name = fileName(filename, index)
  if (content.length > largestPaperBytes) {
    return { name, why: `it has ${content.length} bytes, more than ${largestPaperBytes}` }
  }
  const mediaType = mediaTypeOf(content, contentType)
  if (mediaType === undefined) return { name, why: `it is none of ${takenMediaTypes.join(', ')}` }
  const paper = { name, mediaType, bytes: content }
  const why = paperFault(paper)
  return why === undefined ? paper : { name, why }
}

/** The last part of whatever the mail calls it: a name leads nowhere. */
function fileName(given: string | undefined, index: number): string {
  const name = (given ?? '')
    .replace(/[\u0000-\u001f]/g, '')
    .split(/[/\\]/)
    .at(-1)!
    .trim()
  return name === '' ? `attachment-${index + 1}` : name.slice(0, 200)
}
