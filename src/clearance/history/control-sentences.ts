import { always, inTheirWords, type SentencesFor } from './sentence.ts'

/** What the authority wants to see or know, and what it was given. */
export const controlSentences: SentencesFor<
  | 'documents-requested'
  | 'examination-ordered'
  | 'documents-answered'
  | 'documents-not-taken'
  | 'goods-examined'
  | 'control-satisfied'
  | 'control-not-satisfied'
  | 'control-lapsed'
  | 'question-asked'
  | 'question-answered'
  | 'question-closed'
  | 'question-lapsed'
> = {
  'documents-requested': ({ wanted, reason }) => {
    const { en, zh } = inTheirWords(
      { en: 'Customs want to see papers', zh: '海关要求提供单证' },
      wanted,
    )
    return reason === undefined ? { en, zh } : { en: `${en} – ${reason}`, zh: `${zh}（${reason}）` }
  },
  'examination-ordered': always('Customs will examine the goods.', '海关将查验货物。'),
  'documents-answered': ({ attachmentIds }) => ({
    en: `${attachmentIds.length} ${attachmentIds.length === 1 ? 'paper was' : 'papers were'} sent in answer.`,
    zh: `已提交 ${attachmentIds.length} 份单证作为答复。`,
  }),
  'documents-not-taken': ({ why }) =>
    inTheirWords(
      { en: 'Customs did not take a file and still want papers', zh: '海关未接收文件，仍需单证' },
      why,
    ),
  'goods-examined': ({ result }) =>
    inTheirWords({ en: 'Customs examined the goods', zh: '海关已查验货物' }, result),
  'control-satisfied': always('The control ended in order.', '查验结束，未见问题。'),
  'control-not-satisfied': ({ why }) =>
    inTheirWords({ en: 'The control changed the declaration', zh: '查验后变更了申报内容' }, why),
  'control-lapsed': always(
    'The control ended with the declaration that it was about.',
    '查验随所涉报关单终止。',
  ),
  'question-asked': ({ text }) => inTheirWords({ en: 'Customs ask', zh: '海关提出问题' }, text),
  'question-answered': ({ text }) =>
    inTheirWords({ en: 'The question was answered', zh: '已答复问题' }, text),
  'question-closed': always('Customs have the answer they needed.', '海关已获得所需答复。'),
  'question-lapsed': always(
    'The declaration came to its end before the question was answered.',
    '问题未答复，报关单已办结。',
  ),
}
