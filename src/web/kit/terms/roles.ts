import type { Role } from '../../../access/role.ts'
import type { BilingualText } from '../../../customs/bilingual-text.ts'

interface RoleTerm {
  readonly name: BilingualText
  /** What somebody with the role may do, and may not. */
  readonly may: BilingualText
}

/** From the one who may most to the one who may least. */
export const rolesInOrder = [
  'owner',
  'operator',
  'broker',
  'viewer',
] as const satisfies readonly Role[]

/** The roles in the words of the people who give them. */
export const roleTerms: Readonly<Record<Role, RoleTerm>> = {
  owner: {
    name: { en: 'Owner', zh: '所有者' },
    may: {
      en: 'Everything, with people, API keys, business settings and the erasing of personal data.',
      zh: '全部权限，包括成员、API 密钥、企业设置和删除个人数据。',
    },
  },
  operator: {
    name: { en: 'Operator', zh: '运营' },
    may: {
      en: 'The daily trade: orders, warehouse, shipments, declarations, payments, tracking links.',
      zh: '日常业务：订单、仓库、集运、申报、付款、物流查询链接。',
    },
  },
  broker: {
    name: { en: 'Broker', zh: '报关员' },
    may: {
      en: 'What is said to customs: goods data, papers, declarations, answers. No orders or payments.',
      zh: '对海关的一切事务：商品资料、单证、申报、答复。不能处理订单和付款。',
    },
  },
  viewer: {
    name: { en: 'Viewer', zh: '只读' },
    may: {
      en: 'Reads everything but people and keys, and makes quotes. Changes nothing.',
      zh: '可查看除成员和密钥以外的全部内容，可试算税费，不能作任何更改。',
    },
  },
}
