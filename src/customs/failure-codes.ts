/**
 * The catalogue of expected failures. Each code has a title for people, in both languages, and the HTTP status that
 * the API answers with; the message of a failure adds what, where and how to mend.
 */
export const failureCatalogue = {
  'invalid-input': {
    title: 'The input does not have the expected form',
    titleZh: '输入的格式不符合要求',
    status: 400,
  },
  'not-found': {
    title: 'There is nothing under this identifier',
    titleZh: '该编号下没有内容',
    status: 404,
  },
  conflict: {
    title: 'The request does not fit the present state',
    titleZh: '该请求与当前状态不符',
    status: 409,
  },
  'quote-outdated': {
    title: 'The figures are those of another day',
    titleZh: '这些数字是另一天的',
    status: 409,
  },
  'quote-expired': {
    title: 'Nobody stands by the quote any more',
    titleZh: '报价已到期',
    status: 409,
  },
  'precondition-failed': {
    title: 'The resource has changed since it was read',
    titleZh: '读取之后内容已被他人修改',
    status: 412,
  },
  'if-match-missing': {
    title: 'An If-Match header is needed',
    titleZh: '需要 If-Match 请求头',
    status: 428,
  },
  unauthenticated: {
    title: 'The request carries no valid key or session',
    titleZh: '尚未登录，或登录已失效',
    status: 401,
  },
  'sign-in-refused': {
    title: 'The link or passkey does not let anybody in',
    titleZh: '该链接或通行密钥无法登录',
    status: 401,
  },
  forbidden: {
    title: 'There is no right to do this',
    titleZh: '没有执行此操作的权限',
    status: 403,
  },
  'foreign-origin': {
    title: 'The request does not come from our own pages',
    titleZh: '该请求并非来自本系统的页面',
    status: 403,
  },
  'too-large': {
    title: 'The input is larger than allowed',
    titleZh: '内容超过允许的大小',
    status: 413,
  },
  'unsupported-type': {
    title: 'The content is not of an accepted type',
    titleZh: '不接受该类型的内容',
    status: 415,
  },
  'fact-missing': {
    title: 'A fact is missing that the answer depends on',
    titleZh: '缺少得出结果所需的信息',
    status: 422,
  },
  'unknown-commodity-code': {
    title: 'The commodity code is not in the loaded tariff',
    titleZh: '已载入的税则中没有该商品编码',
    status: 422,
  },
  'commodity-code-not-declarable': {
    title: 'The commodity code is too short to be declared',
    titleZh: '商品编码太短，不能用于申报',
    status: 422,
  },
  'unknown-country': {
    title: 'The country is not known',
    titleZh: '未知的国家或地区',
    status: 422,
  },
  'unknown-currency': { title: 'The currency is not known', titleZh: '未知的货币', status: 422 },
  'currency-mismatch': {
    title: 'Amounts of different currencies meet',
    titleZh: '不同货币的金额不能相加',
    status: 422,
  },
  'exchange-rate-missing': {
    title: 'No official exchange rate is loaded for the date',
    titleZh: '没有载入该日期的官方汇率',
    status: 422,
  },
  'tariff-edition-missing': {
    title: 'No tariff edition is loaded for the date',
    titleZh: '没有载入该日期的税则版本',
    status: 422,
  },
  'orders-not-joinable': {
    title: 'These orders cannot travel as one consignment',
    titleZh: '这些订单不能合并为一批货物',
    status: 422,
  },
  'sale-vat-mixed': {
    title: 'VAT at sale was not charged alike on all goods',
    titleZh: '各件货物在销售时的增值税处理不一致',
    status: 422,
  },
  'goods-not-received': {
    title: 'Goods of the order have not arrived as ordered',
    titleZh: '订单的货物尚未按订购到齐',
    status: 422,
  },
  'goods-surplus': {
    title: 'More goods came than were ordered',
    titleZh: '到货数量多于订购数量',
    status: 422,
  },
  'nothing-to-appeal': {
    title: 'There is no such decision to appeal against',
    titleZh: '没有可申请复核的此类决定',
    status: 422,
  },
  'too-late-to-appeal': {
    title: 'The last day for the appeal is over',
    titleZh: '已过申请复核的期限',
    status: 422,
  },
  'too-late-to-claim': {
    title: 'The last day for the claim is over',
    titleZh: '已过申请退税的期限',
    status: 422,
  },
  'not-amendable': {
    title: 'The authority lets nobody change this',
    titleZh: '海关不允许修改此项',
    status: 422,
  },
  'nothing-to-amend': {
    title: 'Nothing would change',
    titleZh: '没有需要修改的内容',
    status: 422,
  },
  'not-covered': {
    title: 'This is outside what is covered today',
    titleZh: '目前尚不支持这种情况',
    status: 422,
  },
  'no-declaration-due': {
    title: 'No customs declaration is due',
    titleZh: '无须报关',
    status: 422,
  },
  'import-prohibited': {
    title: 'The goods may not be imported',
    titleZh: '该货物禁止进口',
    status: 422,
  },
  'no-lawful-importer': {
    title: 'Nobody in this case may be the importer',
    titleZh: '本案中没有人可以作为进口商',
    status: 422,
  },
  'no-lawful-declarant': {
    title: 'Nobody in this case may be the declarant',
    titleZh: '本案中没有人可以作为申报人',
    status: 422,
  },
  'authority-to-act-missing': {
    title: 'The representative has no authority to act',
    titleZh: '代理人没有代理授权',
    status: 422,
  },
  'description-vague': {
    title: 'The description of the goods is too vague for customs',
    titleZh: '货物描述对海关来说过于含糊',
    status: 422,
  },
  'document-missing': {
    title: 'A required document is missing',
    titleZh: '缺少必需的单证',
    status: 422,
  },
  'documents-disagree': {
    title: 'Two documents of the case contradict each other',
    titleZh: '本案的两份单证互相矛盾',
    status: 422,
  },
  'declaration-invalid': {
    title: 'The declaration breaks a rule of the authority',
    titleZh: '申报不符合海关的规则',
    status: 422,
  },
  'preparation-failed': {
    title: 'The case could not be prepared',
    titleZh: '案件未能准备完成',
    status: 409,
  },
  'stopped-by-staff': {
    title: 'A person has stopped the case',
    titleZh: '工作人员已中止该案件',
    status: 409,
  },
  'must-be-kept': {
    title: 'The law wants this to be kept for now',
    titleZh: '法律要求目前必须保留',
    status: 409,
  },
  'illegal-transition': {
    title: 'The life cycle does not allow this step now',
    titleZh: '当前阶段不允许这一步骤',
    status: 409,
  },
  'idempotency-key-missing': {
    title: 'An Idempotency-Key is needed',
    titleZh: '需要 Idempotency-Key 请求头',
    status: 400,
  },
  'idempotency-key-in-flight': {
    title: 'A request with this Idempotency-Key is in progress',
    titleZh: '相同 Idempotency-Key 的请求正在处理',
    status: 409,
  },
  'idempotency-key-reused': {
    title: 'This Idempotency-Key was used with another request',
    titleZh: '该 Idempotency-Key 已用于另一请求',
    status: 422,
  },
  'rate-limited': { title: 'Too many requests', titleZh: '请求过于频繁', status: 429 },
  'message-unreadable': {
    title: 'The message cannot be read',
    titleZh: '无法读取该报文',
    status: 400,
  },
  'configuration-invalid': {
    title: 'The configuration cannot be used',
    titleZh: '配置无法使用',
    status: 500,
  },
  'data-folder-in-use': {
    title: 'Another process uses the data folder',
    titleZh: '另一进程正在使用数据目录',
    status: 503,
  },
  'port-busy': {
    title: 'Another process listens on the port',
    titleZh: '端口已被另一进程占用',
    status: 503,
  },
  'database-unavailable': {
    title: 'The database cannot be used',
    titleZh: '数据库无法使用',
    status: 503,
  },
  'process-failed': {
    title: 'A process of the system did not start or has ended',
    titleZh: '系统的一个进程未能启动或已结束',
    status: 503,
  },
} as const satisfies Record<string, { title: string; titleZh: string; status: number }>

/**
 * A code of {@link failureCatalogue}. Clients act on codes, so one that is published is never
 * renamed.
 */
export type FailureCode = keyof typeof failureCatalogue
