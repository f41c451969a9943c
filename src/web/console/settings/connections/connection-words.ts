/** What is said of the connection to HMRC. */
export const connectionWords = {
  title: { en: 'Connection to HMRC', zh: '与 HMRC 的连接' },
  lead: {
    en: 'Declarations go out in the name of your business. For that somebody of yours permits it at HMRC, with your sign-in there; we never see it.',
    zh: '报关单以贵企业的名义提交。为此，贵企业人员须以自己的 HMRC 账户登录并授权；我们不会接触该账户。',
  },
  authority: {
    en: 'HM Revenue & Customs, Customs Declaration Service',
    zh: '英国税务海关总署（HMRC）海关申报服务',
  },
  never: { en: 'Never connected', zh: '尚未连接过' },
  installation: {
    en: 'Never connected; messages go out with the token of the sandbox authority until you connect.',
    zh: '尚未连接过；连接之前，报文使用沙盒海关的令牌发送。',
  },
  since: { en: 'Connected since', zh: '连接于' },
  until: { en: 'to be permitted anew by', zh: '须重新授权的日期' },
  waiting: (count: number) => ({
    en:
      count === 1
        ? '1 message waits for the connection'
        : `${count} messages wait for the connection`,
    zh: `有 ${count} 份报文等待连接`,
  }),
  connect: { en: 'Connect', zh: '连接' },
  connectAgain: { en: 'Permit anew', zh: '重新授权' },
  disconnect: { en: 'Disconnect', zh: '断开连接' },
  disconnectAsk: { en: 'Disconnect from HMRC?', zh: '断开与 HMRC 的连接？' },
  disconnectLead: {
    en: 'We forget what lets us in. Messages that are not out yet wait until the business is connected again. Answers of HMRC still come in.',
    zh: '我们将删除访问凭据。尚未发出的报文会等待贵企业重新连接。HMRC 的答复仍会接收。',
  },
  broken: { en: 'HMRC does not let us in', zh: 'HMRC 目前不接受我们的访问' },
  brokenLead: {
    en: 'Nothing goes out until somebody connects the business again. What waits goes out by itself then.',
    zh: '在重新连接之前，任何报文都无法发出。重新连接后，等待中的报文会自动发出。',
  },
  endsSoon: { en: 'The permission ends soon', zh: '授权即将到期' },
  endsSoonLead: {
    en: 'HMRC wants it to be given anew every 18 months. Doing it now interrupts nothing.',
    zh: 'HMRC 要求每 18 个月重新授权一次。现在办理不会影响任何业务。',
  },
  manage: {
    en: 'You can take the permission back at HMRC as well:',
    zh: '您也可以在 HMRC 收回授权：',
  },
  manageLink: { en: 'Manage authorised applications', zh: '管理已授权的应用程序' },
  completing: { en: 'Completing the connection', zh: '正在完成连接' },
  notConnected: { en: 'The business was not connected', zh: '连接未完成' },
  back: { en: 'Back to the connection', zh: '返回连接页面' },
  look: { en: 'Look at the connection', zh: '查看连接' },
}

/** States of a connection. */
export const stateWords = {
  connected: { en: 'connected', zh: '已连接' },
  installation: { en: 'sandbox token', zh: '沙盒令牌' },
  'not-connected': { en: 'not connected', zh: '未连接' },
  ended: { en: 'ended', zh: '已终止' },
} as const

/** How a permission has ended, before the moment at which it did. */
export const endWords = {
  disconnected: { en: 'Disconnected here', zh: '已在此断开' },
  replaced: { en: 'Replaced', zh: '已被替换' },
  expired: { en: 'The 18 months were over', zh: '18 个月期满' },
  refused: { en: 'HMRC has not renewed it', zh: 'HMRC 未予续期' },
} as const
