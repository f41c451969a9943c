import { moneyText } from '../../customs/money/money-text.ts'
import { laneNames, paperKinds, representations, tradeRoles, wordFor } from './event-words.ts'
import { always, inTheirWords, type SentencesFor } from './sentence.ts'

/** From the order to a case that can be declared. */
export const preparationSentences: SentencesFor<
  | 'case-opened'
  | 'preparation-started'
  | 'preparation-failed'
  | 'lane-decided'
  | 'parties-decided'
  | 'quote-made'
  | 'checks-completed'
  | 'checks-passed'
  | 'goods-data-changed'
  | 'case-stopped'
  | 'case-reopened'
> = {
  'case-opened': ({ reference, goodsItemCount, returnOf }) => {
    const back =
      returnOf === undefined
        ? { en: '', zh: '' }
        : {
            en: ` that came in by ${returnOf.mrn} and go back`,
            zh: `，原进口 MRN ${returnOf.mrn}，退运出口`,
          }
    return {
      en: `The case ${reference} was opened with ${goodsItemCount} goods ${goodsItemCount === 1 ? 'item' : 'items'}${back.en}.`,
      zh: `清关案 ${reference} 已建立，共 ${goodsItemCount} 项货物${back.zh}。`,
    }
  },
  'preparation-started': always('Preparation began.', '开始准备。'),
  'preparation-failed': always(
    'Preparation broke off each time it was tried.',
    '多次尝试准备均告中断。',
  ),
  'lane-decided': ({ lane }) => {
    const name = wordFor(laneNames, lane)
    return { en: `The lane was decided: ${name.en}.`, zh: `通关通道已确定：${name.zh}。` }
  },
  'parties-decided': ({ importerOfRecord, representation }) => {
    const importer = wordFor(tradeRoles, importerOfRecord)
    const how = representations[representation]
    return {
      en: `The importer of record is ${importer.en}; ${how.en}.`,
      zh: `登记进口商为${importer.zh}；${how.zh}。`,
    }
  },
  'quote-made': ({ on, customsValue, dueAtImport }) => ({
    en: `The charges were worked out for ${on}: ${moneyText(dueAtImport)} due at import on a customs value of ${moneyText(customsValue)}.`,
    zh: `已按 ${on} 核算税费：完税价格 ${moneyText(customsValue)}，进口应缴 ${moneyText(dueAtImport)}。`,
  }),
  'checks-completed': ({ findings, failures }) => {
    const count = findings.length + failures.length
    if (count === 0) {
      return { en: 'The checks found nothing wrong.', zh: '检查未发现问题。' }
    }
    return {
      en: `The checks found ${count} ${count === 1 ? 'point' : 'points'} to look at.`,
      zh: `检查发现 ${count} 处需要处理。`,
    }
  },
  'checks-passed': always('The case is ready to be declared.', '清关案已可申报。'),
  'goods-data-changed': ({ what }) => ({
    en: `The goods data were mended in ${what.length} ${what.length === 1 ? 'place' : 'places'}.`,
    zh: `货物资料已补正 ${what.length} 处。`,
  }),
  'case-stopped': ({ reasons }) => {
    const stopped = { en: 'The case was stopped', zh: '清关案已停办' }
    return inTheirWords(stopped, reasons.map(({ message }) => message).join(' '))
  },
  'case-reopened': ({ reason }) =>
    inTheirWords({ en: 'The case was taken up again', zh: '清关案已重新启动' }, reason),
}

/** The papers of the case. */
export const paperSentences: SentencesFor<
  | 'documents-listed'
  | 'documents-prepared'
  | 'document-rendered'
  | 'document-attached'
  | 'document-issued'
  | 'preference-statement-signed'
  | 'importers-knowledge-recorded'
> = {
  'documents-listed': always(
    'It was worked out which papers the case needs.',
    '已确定本案所需单证。',
  ),
  'documents-prepared': ({ documents }) => ({
    en: `${documents.length} ${documents.length === 1 ? 'paper was' : 'papers were'} made out.`,
    zh: `已制作 ${documents.length} 份单证。`,
  }),
  'document-rendered': ({ kind }) => {
    const name = wordFor(paperKinds, kind)
    return { en: `The ${name.en} was rendered as PDF.`, zh: `${name.zh}已生成 PDF。` }
  },
  'document-attached': ({ kind }) => {
    const name = wordFor(paperKinds, kind)
    return { en: `A paper was uploaded: ${name.en}.`, zh: `已上传单证：${name.zh}。` }
  },
  'document-issued': ({ number, issuedOn }) => ({
    en: `The certificate of origin was issued as ${number} on ${issuedOn}.`,
    zh: `原产地证书已签发，编号 ${number}，日期 ${issuedOn}。`,
  }),
  'preference-statement-signed': ({ invoiceNumber, signedOn }) => ({
    en: `The exporter signed the statement on origin for invoice ${invoiceNumber} on ${signedOn}.`,
    zh: `出口商已于 ${signedOn} 为发票 ${invoiceNumber} 签署原产地声明。`,
  }),
  'importers-knowledge-recorded': ({ attachmentIds }) => ({
    en: `The importer's own knowledge of the origin was recorded on ${attachmentIds.length} ${attachmentIds.length === 1 ? 'paper' : 'papers'}.`,
    zh: `已记录进口商自行掌握的原产地依据，共 ${attachmentIds.length} 份文件。`,
  }),
}
