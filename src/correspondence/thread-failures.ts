import type { LocalDate } from '../customs/calendar/local-date.ts'
import { failure } from '../customs/result.ts'

/** The failure of asking for a thread that this business does not have. */
export function noSuchThread(threadId: string) {
  return failure({
    code: 'not-found',
    path: '',
    message: `There is no thread ${threadId}.`,
    mend: 'List the correspondence to see the ids of its threads.',
    zh: { message: `没有往来 ${threadId}。`, mend: '请在往来列表中查看编号。' },
  })
}

/** The failure of an installation in which nothing carries letters to the authority. */
export function noLetterChannel() {
  return failure({
    code: 'configuration-invalid',
    path: '/channel',
    message: 'No channel of this installation carries letters to the authority for this business.',
    mend: 'The operator sets TIDEWAITER_UK_LETTERS_URL, or a channel whose format is letters.',
    zh: {
      message: '本系统没有可供本企业向海关发送信函的通道。',
      mend: '请由运维人员设置 TIDEWAITER_UK_LETTERS_URL，或格式为 letters 的通道。',
    },
  })
}

/** The failure of a kind of letter that lacks what belongs to it, or brings what does not. */
export function wrongMatter(part: string, isMissing: boolean) {
  return failure({
    code: isMissing ? 'fact-missing' : 'invalid-input',
    path: `/${part}`,
    message: isMissing
      ? `A letter of this kind needs its ${part}.`
      : `A letter of this kind has no ${part}.`,
    mend: isMissing ? `Fill in ${part}.` : `Leave ${part} away, or choose its kind.`,
    zh: isMissing
      ? { message: `此类信函须填写 ${part}。`, mend: `请填写 ${part}。` }
      : { message: `此类信函不含 ${part}。`, mend: `请去掉 ${part}，或选择相应种类。` },
  })
}

/** The failure of an appeal against what was not decided. */
export function nothingToAppeal() {
  return failure({
    code: 'nothing-to-appeal',
    path: '/appeal/decision',
    message: 'The authority has taken no such decision on this case.',
    mend: 'Read the correspondence of the case for the decisions that can be appealed against.',
    zh: {
      message: '海关未对本案作出该项决定。',
      mend: '请在本案的往来信函中查看可申请复核的决定。',
    },
  })
}

/** The failure of an appeal that comes after its last day without saying why. */
export function tooLateToAppeal(lastDay: LocalDate, law: string) {
  return failure({
    code: 'too-late-to-appeal',
    path: '/appeal/lateReason',
    message: `The last day to ask for this review was ${lastDay} (${law}).`,
    mend: 'Say why it comes late; an officer decides whether the reason is accepted.',
    zh: {
      message: `申请本次复核的最后日期为 ${lastDay}（${law}）。`,
      mend: '请说明逾期原因，由海关官员决定是否接受。',
    },
  })
}

/** The failure of a claim whose time is over. */
export function tooLateToClaim(lastDay: LocalDate, law: string) {
  return failure({
    code: 'too-late-to-claim',
    path: '/claim/basis',
    message: `The last day for this claim was ${lastDay} (${law}).`,
    mend: 'Claim on another basis that fits and whose time is not over, or ask customs for an extension by a question.',
    zh: {
      message: `该项申请的最后日期为 ${lastDay}（${law}）。`,
      mend: '如符合其他依据且未逾期，可改用该依据；或以咨询方式申请延期。',
    },
  })
}

/** The failure of a claim about an entry whose file is still open. */
export function notClearedYet() {
  return failure({
    code: 'illegal-transition',
    path: '/claim',
    message: 'Customs have not closed the file of this entry; claims are made once it is cleared.',
    mend: 'Amend or correct the declaration, or wait until it is cleared.',
    zh: {
      message: '海关尚未就该申报结案；结案后方可申请退税。',
      mend: '请修改或更正申报，或待结案。',
    },
  })
}

/** The failure of a claim for goods that went back which does not say how much, or where they are. */
export function claimLacks(path: string) {
  return failure({
    code: 'fact-missing',
    path,
    message: path.endsWith('returned')
      ? 'How much of the item went back or was destroyed, of how much, is missing.'
      : 'The export by which the goods left, or the certificate of their destruction, is missing.',
    mend: 'Fill it in.',
    zh: {
      message: path.endsWith('returned')
        ? '缺少该项退运或销毁的数量及申报数量。'
        : '缺少退运的出口申报编号或销毁证明。',
      mend: '请填写。',
    },
  })
}

/** The failure of a claim that more went back, or was destroyed, than was declared. */
export function moreThanDeclared(path: string) {
  return failure({
    code: 'invalid-input',
    path,
    message: 'More is said to have gone back or been destroyed than was declared, or nothing.',
    mend: 'State more than nothing, and no more than was declared of the item.',
    zh: {
      message: '退运或销毁的数量多于申报数量，或为零。',
      mend: '请填写大于零且不多于该项申报数量的数字。',
    },
  })
}

/** The failure of a voluntary correction of goods that are not released. */
export function notReleasedYet() {
  return failure({
    code: 'illegal-transition',
    path: '/correction',
    message: 'The goods are not released; until then a declaration is amended, not corrected.',
    mend: 'Amend the declaration.',
    zh: { message: '货物尚未放行；放行前应修改报关单。', mend: '请修改报关单。' },
  })
}

/** The failure of a letter about an entry where there is none yet. */
export function noEntryYet() {
  return failure({
    code: 'fact-missing',
    path: '/mrn',
    message: 'The case has no MRN yet, by which the authority would know what the letter is about.',
    mend: 'Wait until the declaration is registered.',
    zh: { message: '本案尚无 MRN，海关无法得知信函所指。', mend: '请待报关单登记后再发送。' },
  })
}

/** The failure of a letter into a thread that takes none. */
export function takesNoLetter(state: 'written' | 'closed' | 'refused') {
  const why = {
    written: {
      en: 'The first letter has not reached the authority yet.',
      zh: '首封信函尚未送达海关。',
      mend: { en: 'Wait until it has.', zh: '请待其送达。' },
    },
    closed: {
      en: 'The authority has closed this thread.',
      zh: '海关已结束该往来。',
      mend: { en: 'Open a new one.', zh: '请另行发起。' },
    },
    refused: {
      en: 'The authority has not taken the letter that opened this thread.',
      zh: '海关未受理发起该往来的信函。',
      mend: { en: 'Open a new one that is mended.', zh: '请更正后另行发起。' },
    },
  }[state]
  return failure({
    code: 'conflict',
    path: '',
    message: why.en,
    mend: why.mend.en,
    zh: { message: why.zh, mend: why.mend.zh },
  })
}

/** The failure of papers that are not there, or are more or larger than a letter may carry. */
export function papersUnusable(problem: 'missing' | 'too-large', most: string) {
  return problem === 'missing'
    ? failure({
        code: 'not-found',
        path: '/attachmentIds',
        message: 'One of the papers is not there, or belongs to another case.',
        mend: 'Upload it first and name its id.',
        zh: { message: '其中一份单证不存在，或属于其他案件。', mend: '请先上传并填写其编号。' },
      })
    : failure({
        code: 'too-large',
        path: '/attachmentIds',
        message: `A paper is larger than a letter may carry (${most}).`,
        mend: 'Scan it at a lower resolution, or send it in parts.',
        zh: {
          message: `单证超过信函附件上限（${most}）。`,
          mend: '请以较低分辨率扫描，或分次发送。',
        },
      })
}

/** The failure of recording what the authority tells by itself. */
export function standingIsTold() {
  return failure({
    code: 'conflict',
    path: '',
    message: 'The authority itself tells how this thread stands, so nothing is recorded by hand.',
    mend: 'Wait for what it tells, or write to it.',
    zh: {
      message: '该往来的状态由海关系统告知，无需人工记录。',
      mend: '请等待海关告知，或去函询问。',
    },
  })
}

/** The failure of recording what no letter of the authority in this thread states. */
export function noSuchLetter(letterId: string) {
  return failure({
    code: 'not-found',
    path: '/letterId',
    message: `The authority has written no letter ${letterId} in this thread.`,
    mend: 'Name the letter that states it.',
    zh: { message: `该往来中没有海关来函 ${letterId}。`, mend: '请选择载明该内容的来函。' },
  })
}

/** The failure of a decision that was recorded or told before. */
export function decidedAlready() {
  return failure({
    code: 'conflict',
    path: '/decision',
    message: 'The decision in this thread is on record already.',
    mend: 'Read the thread to see it.',
    zh: { message: '该往来的决定已有记录。', mend: '请查看该往来。' },
  })
}

/** The failure of a decision that does not belong to the kind of its thread. */
export function noSuchOutcome(outcomes: readonly string[]) {
  const known = outcomes.join(', ')
  return failure({
    code: 'invalid-input',
    path: '/decision/outcome',
    message:
      outcomes.length === 0
        ? 'Nothing is decided in a thread of this kind.'
        : `What is decided in a thread of this kind is one of: ${known}.`,
    mend: outcomes.length === 0 ? 'Leave the decision away.' : 'Choose one of them.',
    zh:
      outcomes.length === 0
        ? { message: '此类往来不作决定。', mend: '请去掉决定。' }
        : { message: `此类往来的决定为：${known}。`, mend: '请从中选择。' },
  })
}

/** The failure of a ruling without what the law gives it: a number, and the days between which it holds. */
export function rulingIncomplete() {
  return failure({
    code: 'fact-missing',
    path: '/decision/details',
    message: 'A ruling has a number, and a first and a last day.',
    mend: 'Copy all three from the letter.',
    zh: { message: '裁定须有编号、生效日和失效日。', mend: '请从来函中抄录这三项。' },
  })
}

/** The failure of a ruling whose last day is before its first. */
export function rulingEndsTooSoon() {
  return failure({
    code: 'invalid-input',
    path: '/decision/details/validUntil',
    message: 'The last day of a ruling is not before its first.',
    mend: 'Copy both days from the letter.',
    zh: { message: '裁定的失效日不能早于生效日。', mend: '请从来函中抄录这两个日期。' },
  })
}

/** The failure of waiting for an answer where none is to be given: of what has ended, or is not ours to answer. */
export function waitsForNobody(path: '/awaits' | '/answerDueOn') {
  const isEnded = path === '/awaits'
  return failure({
    code: 'invalid-input',
    path,
    message: isEnded
      ? 'A matter that a letter ends waits for nobody.'
      : 'A day for an answer is recorded where the answer is ours.',
    mend: isEnded
      ? 'Say that it is nobody’s turn, or that the matter goes on.'
      : 'Leave the day away, or say that it is our turn.',
    zh: isEnded
      ? { message: '已结束的事项无需任何一方处理。', mend: '请选择“无人”，或不要标为结束。' }
      : { message: '仅在由我方答复时记录答复期限。', mend: '请去掉期限，或选择由我方处理。' },
  })
}

/** The failure of a decision of a day that has not come. */
export function decidedInFuture() {
  return failure({
    code: 'invalid-input',
    path: '/decision/decidedOn',
    message: 'A decision that was read in a letter was not taken after today.',
    mend: 'State the day that stands on the letter.',
    zh: { message: '来函所载决定的日期不能晚于今天。', mend: '请填写来函上的日期。' },
  })
}
