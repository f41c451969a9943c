import type { BilingualText } from '../bilingual-text.ts'
import type { DescriptionFindingId } from './finding.ts'
import type { VagueDescriptions } from './vague-descriptions.ts'

/** What is wrong with a description, the most basic fault first; nothing where it may pass. */
export function checkDescription(
  description: string,
  vague: VagueDescriptions,
): DescriptionFault | undefined {
  const text = description.toLowerCase()
  if (!/\p{L}/u.test(text)) return faults['description-without-words']
  const letters = text.match(/\p{Script=Latin}/gu) ?? []
  if (letters.length === 0) return faults['description-not-in-english']
  if (letters.length < vague.minimumLetters) return faults['description-too-short']
  if (wordsOf(text).every((word) => isAttribute(word, vague))) {
    return faults['description-only-attributes']
  }
  return isVague(text, vague) ? faults['description-vague'] : undefined
}

/** What is wrong with a description, whichever item it belongs to. */
export interface DescriptionFault {
  readonly id: DescriptionFindingId
  readonly message: BilingualText
}

/** What to do about a description that says too little. */
export const describeGoods: BilingualText = {
  en: 'Say what the goods are, what they are made of and what they are used for.',
  zh: '请说明货物是什么、由什么材料制成、作何用途。',
}

/** A text is vague when each of its parts is: "gifts, accessories" says no more than "gifts". */
function isVague(text: string, { terms }: VagueDescriptions): boolean {
  if (terms.has(plain(text))) return true
  const parts = text.split(/[,;/&+]|\band\b/u).map(plain)
  return parts.every((part) => part === '' || terms.has(part))
}

/** The words of a text without surrounding punctuation, one space between them. */
function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}/'-]+/gu, ' ').replaceAll(/^[\s'-]+|[\s'-]+$/gu, '')
}

/** Words and numbers, apart from the signs between them. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}/]+/u).filter((word) => word !== '')
}

/** Numbers and sizes such as `12` or `8-16` describe as little as colours do. */
function isAttribute(word: string, { attributes }: VagueDescriptions): boolean {
  return attributes.has(word) || /^[\d/]+$/u.test(word)
}

/** Each fault in words; every kind has exactly one. */
const faults: Readonly<Record<DescriptionFindingId, DescriptionFault>> = {
  'description-without-words': {
    id: 'description-without-words',
    message: {
      en: 'The description consists of digits and signs only.',
      zh: '货物描述仅由数字和符号组成。',
    },
  },
  'description-not-in-english': {
    id: 'description-not-in-english',
    message: {
      en: 'The description has no English words; a UK declaration is made in English.',
      zh: '货物描述没有英文；英国报关须使用英文。',
    },
  },
  'description-too-short': {
    id: 'description-too-short',
    message: {
      en: 'The description is too short to name the goods.',
      zh: '货物描述过短，无法说明货物。',
    },
  },
  'description-only-attributes': {
    id: 'description-only-attributes',
    message: {
      en: 'The description gives colour, size or wearer, but not what the goods are.',
      zh: '货物描述只有颜色、尺码或适用人群，未说明是什么货物。',
    },
  },
  'description-vague': {
    id: 'description-vague',
    message: {
      en: 'The description is too general for customs.',
      zh: '货物描述过于笼统，不符合海关要求。',
    },
  },
}
