import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { OfficerAct } from '../../../authority/officers/possible-acts.ts'

/** An act in words: what the button says, what it does, what the trader is told. */
export interface ActTerm {
  readonly label: BilingualText
  readonly effect: BilingualText
  /** Function codes of the notifications; empty where nobody is told. */
  readonly told: readonly string[]
  /** There is no notification for it; a letter says it. */
  readonly byLetter?: true
  /** Whether it ends something for good, so that the officer confirms it. */
  readonly isFinal?: true
}

/** The acts of an officer in words. */
export const actTerms: Readonly<Record<OfficerAct, ActTerm>> = {
  'record-findings': {
    label: { en: 'Record findings', zh: '记录查验结果' },
    effect: {
      en: 'Say of each item what was found. If all is as declared the goods go on; else re-assess, refuse or seize next.',
      zh: '逐项记录查验结果。全部相符则货物继续流转；否则下一步重新核税、拒绝入境或扣押。',
    },
    told: [],
  },
  're-assess': {
    label: { en: 'Re-assess', zh: '重新核税' },
    effect: {
      en: 'Correct the code, price or quantity of items. See the difference before you send it.',
      zh: '更正货物的商品编码、价格或数量。发送前可预览差额。',
    },
    told: ['07', '13'],
  },
  'keep-back': {
    label: { en: 'Keep a part back', zh: '留置部分货物' },
    effect: {
      en: 'Detains or seizes items, or pieces of them. The declaration and what is due cover the rest, which goes once nothing else holds it. A letter tells the trader.',
      zh: '留置或扣押部分货物或件数。申报及应缴税费仅就其余货物计算，其余货物无其他未结事项时即予放行。将致函告知贸易商。',
    },
    told: ['07', '13'],
    byLetter: true,
    isFinal: true,
  },
  'decide-kept': {
    label: { en: 'Decide on kept goods', zh: '处理留置货物' },
    effect: {
      en: 'Gives back, seizes, or records as forfeited or destroyed what was kept. For what is given back duty is charged. A letter tells the trader.',
      zh: '发还、扣押留置的货物，或登记没收、销毁。发还的货物予以征税。将致函告知贸易商。',
    },
    told: [],
    byLetter: true,
    isFinal: true,
  },
  'require-security': {
    label: { en: 'Require security', zh: '要求提供保证金' },
    effect: {
      en: 'The declaration stays as it is. The goods may go once the trader has secured what may turn out to be owed; you decide later.',
      zh: '申报内容不变。贸易商就可能多缴的税款提供保证金后，货物即可放行；之后再作决定。',
    },
    told: ['07', '13'],
  },
  'release-security': {
    label: { en: 'Give security back', zh: '退还保证金' },
    effect: {
      en: 'The doubt is gone. The money goes back and the file is closed when nothing else is open.',
      zh: '疑点已消除。退还款项；无其他未结事项时结关。',
    },
    told: ['13'],
    isFinal: true,
  },
  'take-security': {
    label: { en: 'Take security as duty', zh: '将保证金转为税款' },
    effect: {
      en: 'The doubt was right. The items are corrected and what is owed more is paid from the security.',
      zh: '疑点属实。更正货物申报，多缴税款由保证金支付。',
    },
    told: ['07', '13'],
    isFinal: true,
  },
  release: {
    label: { en: 'Release', zh: '同意放行' },
    effect: {
      en: 'Closes what is open. The office charges what is due and lets the goods go.',
      zh: '结束未结事项。海关扣收应付税费后放行货物。',
    },
    told: ['13', '09'],
    isFinal: true,
  },
  'close-control': {
    label: { en: 'Close a request', zh: '结束一项要求' },
    effect: {
      en: 'The papers or the answer satisfy you; the rest stays open.',
      zh: '单证或答复符合要求；其余事项保持未结。',
    },
    told: [],
  },
  'order-inspection': {
    label: { en: 'Order an inspection', zh: '下达查验' },
    effect: { en: 'The goods wait until they are examined.', zh: '货物须等待查验。' },
    told: ['05'],
  },
  'request-documents': {
    label: { en: 'Request documents', zh: '要求提交单证' },
    effect: {
      en: 'The goods wait for the papers; the trader gets the list, your reason and the last day.',
      zh: '货物须等待单证；贸易商会收到清单、理由和期限。',
    },
    told: ['06'],
  },
  'ask-question': {
    label: { en: 'Ask a question', zh: '提出问询' },
    effect: { en: 'The goods wait for the answer.', zh: '货物须等待答复。' },
    told: ['51'],
  },
  'record-payment': {
    label: { en: 'Record a payment', zh: '登记付款' },
    effect: {
      en: 'Cash was received at the counter.',
      zh: '柜台已收到现金。',
    },
    told: [],
  },
  penalise: {
    label: { en: 'Warn or penalise', zh: '警告或处罚' },
    effect: {
      en: 'A letter goes to the trader with your reason and the last day on which a review can be asked for.',
      zh: '将致函贸易商，说明理由及申请复核的最后期限。',
    },
    told: [],
    byLetter: true,
    isFinal: true,
  },
  'record-penalty-payment': {
    label: { en: 'Record a penalty paid', zh: '登记罚款已缴' },
    effect: { en: 'The whole penalty was received.', zh: '已全额收到罚款。' },
    told: [],
  },
  'withdraw-penalty': {
    label: { en: 'Withdraw a penalty', zh: '撤回处罚' },
    effect: {
      en: 'The warning or penalty falls; what was paid goes back.',
      zh: '撤回警告或罚款；已缴款项予以退还。',
    },
    told: [],
    byLetter: true,
  },
  refuse: {
    label: { en: 'Refuse entry', zh: '拒绝入境' },
    effect: {
      en: 'Ends the entry. The goods stay here until they are returned, destroyed or abandoned.',
      zh: '终止申报。货物留置，直至退运、销毁或放弃。',
    },
    told: ['10'],
    isFinal: true,
  },
  seize: {
    label: { en: 'Seize the goods', zh: '扣押货物' },
    effect: {
      en: 'Takes the goods from the trader for an offence.',
      zh: '因违法将货物扣押。',
    },
    told: ['17'],
    isFinal: true,
  },
  dispose: {
    label: { en: 'Record what became of the goods', zh: '登记货物处置' },
    effect: { en: 'Ends the matter.', zh: '了结此案。' },
    told: [],
    isFinal: true,
  },
}

/** The order in which acts are offered: what leads on first, what ends last. */
export const actOrder: readonly OfficerAct[] = [
  'record-findings',
  're-assess',
  'keep-back',
  'decide-kept',
  'take-security',
  'release-security',
  'require-security',
  'release',
  'close-control',
  'order-inspection',
  'request-documents',
  'ask-question',
  'record-payment',
  'record-penalty-payment',
  'penalise',
  'withdraw-penalty',
  'dispose',
  'refuse',
  'seize',
]
