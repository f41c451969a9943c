import type { BilingualText } from '../../customs/bilingual-text.ts'
import { BlockList, isIP } from 'node:net'

import { type Failure, failure, type Result, success } from '../../customs/result.ts'

/**
 * How far webhooks may go. The address comes from a user, so without a limit it could make our
 * server speak to machines that only our server can reach.
 * - `public`: https to addresses of the open internet.
 * - `development`: also to this machine itself, there also by plain http.
 * - `private-network`: also to the private networks of RFC 1918 and RFC 4193, as an operator decides
 *   who runs the receivers in the same network.
 *
 * Link-local addresses are never reached: cloud providers keep credentials there.
 */
export const webhookReaches = ['public', 'development', 'private-network'] as const

/** An operator sets it for the whole installation; no tenant can widen it. */
export type WebhookReach = (typeof webhookReaches)[number]

const URL_LENGTH_MAX = 2_048

/** Checks an address when it is registered; {@link mayReach} checks again where its name leads. */
export function checkWebhookUrl(text: string, reach: WebhookReach): Result<URL> {
  if (text.length > URL_LENGTH_MAX || !URL.canParse(text)) {
    return failure(
      unusable(
        { en: 'is no URL', zh: '不是网址' },
        { en: 'Write https://, the host and the path.', zh: '请填写 https://、主机和路径。' },
      ),
    )
  }
  const url = new URL(text)
  const host = hostOf(url)
  if (url.username !== '' || url.password !== '') {
    return failure(
      unusable(
        { en: 'holds a user name or password', zh: '含有用户名或密码' },
        { en: 'Rely on the signature instead.', zh: '请改用签名验证。' },
      ),
    )
  }
  const isPlain = url.protocol === 'http:' && reach === 'development' && isOwnMachine(host)
  if (url.protocol !== 'https:' && !isPlain) {
    return failure(
      unusable(
        { en: 'is not https', zh: '不是 https' },
        { en: 'Serve the receiver by https.', zh: '请以 https 提供接收端。' },
      ),
    )
  }
  if (isIP(host) !== 0 && !mayReach(host, reach)) {
    return failure(
      unusable(
        { en: 'leads to an address that is not public', zh: '指向非公网地址' },
        { en: 'Use a public address.', zh: '请使用公网地址。' },
      ),
    )
  }
  return success(url)
}

/** The host of a URL, an IPv6 address without its brackets. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

/** Whether a connection to an IP address is within reach. */
export function mayReach(address: string, reach: WebhookReach): boolean {
  const family = familyOf(address)
  const isIn = (list: BlockList) => list.check(address, family)
  if (isIn(loopback)) return reach === 'development'
  if (isIn(privateNetworks)) return reach === 'private-network'
  return !isIn(notPublic) && (family === 'ipv4' || isIn(globalUnicast))
}

function isOwnMachine(host: string): boolean {
  return host === 'localhost' || (isIP(host) !== 0 && loopback.check(host, familyOf(host)))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

// A BlockList also finds an IPv4 address that is written as IPv6 (::ffff:127.0.0.1).
const loopback = blockList(['127.0.0.0/8', '::1/128'])
const privateNetworks = blockList(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'])

/** RFC 4291 section 2.4: the only IPv6 addresses that are given out for the open internet. */
const globalUnicast = blockList(['2000::/3'])

/**
 * IANA special-purpose address registries (IPv4 and IPv6, as of 2025-10): what is not globally
 * reachable, and the transition prefixes that can carry such an address within them.
 */
const notPublic = blockList([
  ...['0.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
])

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    list.addSubnet(address, Number(prefix), familyOf(address))
  }
  return list
}

function unusable(problem: BilingualText, mend: BilingualText): Failure {
  return {
    code: 'invalid-input',
    path: '/url',
    message: `The address ${problem.en}.`,
    mend: mend.en,
    zh: { message: `该地址${problem.zh}。`, mend: mend.zh },
  }
}
