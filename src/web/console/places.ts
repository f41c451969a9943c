import {
  ArrowLeftRight,
  CircleUser,
  ClipboardList,
  FileUp,
  House,
  Landmark,
  Mail,
  PackageOpen,
  PackageX,
  Boxes,
  Settings,
  ShoppingCart,
  Users,
  UserRound,
  Warehouse,
  type LucideIcon,
} from 'lucide-react'

import type { Permission } from '../../access/permissions.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Session } from '../kit/session.ts'

interface Place {
  readonly to: string
  readonly label: BilingualText
  readonly icon: LucideIcon
  /** Without the right there is nothing to see there. */
  readonly right?: Permission
  /** A place that only one kind of trader has. */
  readonly only?: Session['tenant']['kind']
}

interface Region {
  readonly title: BilingualText
  readonly places: readonly Place[]
}

/** Where one can go in the console, in the order of the day's work. */
const regions: readonly Region[] = [
  {
    title: { en: 'Clearance', zh: '清关' },
    places: [
      { to: '/', label: { en: 'Today', zh: '今日' }, icon: House },
      { to: '/cases', label: { en: 'Cases', zh: '案件' }, icon: ClipboardList },
      { to: '/correspondence', label: { en: 'Letters', zh: '信函' }, icon: Mail },
      { to: '/exchange', label: { en: 'Exchange', zh: '报文往来' }, icon: ArrowLeftRight },
      { to: '/authorities', label: { en: 'Authorities', zh: '海关关系' }, icon: Landmark },
    ],
  },
  {
    title: { en: 'Orders', zh: '订单' },
    places: [
      { to: '/orders', label: { en: 'Orders', zh: '订单' }, icon: ShoppingCart },
      {
        to: '/upload',
        label: { en: 'Upload a table', zh: '上传表格' },
        icon: FileUp,
        right: 'purchase-lists.import',
      },
    ],
  },
  {
    title: { en: 'Warehouse', zh: '仓库' },
    places: [
      {
        to: '/buyers',
        label: { en: 'Buyers', zh: '买方' },
        icon: UserRound,
        only: 'purchasing-agent',
      },
      {
        to: '/receiving',
        label: { en: 'Receiving', zh: '收货' },
        icon: PackageOpen,
        only: 'purchasing-agent',
      },
      {
        to: '/stock',
        label: { en: 'Stock', zh: '库存' },
        icon: Warehouse,
        only: 'purchasing-agent',
      },
      {
        to: '/set-apart',
        label: { en: 'Set apart', zh: '异常货物' },
        icon: PackageX,
        only: 'purchasing-agent',
      },
      {
        to: '/consolidation',
        label: { en: 'Consolidation', zh: '集货' },
        icon: Boxes,
        only: 'purchasing-agent',
      },
    ],
  },
  {
    title: { en: 'House', zh: '管理' },
    places: [
      { to: '/people', label: { en: 'People', zh: '成员' }, icon: Users, right: 'people.read' },
      { to: '/settings', label: { en: 'Settings', zh: '设置' }, icon: Settings },
      { to: '/account', label: { en: 'My account', zh: '我的账户' }, icon: CircleUser },
    ],
  },
]

/** The places that somebody has, in regions that have at least one. */
export function placesFor({ permissions, tenant }: Session): readonly Region[] {
  const isOpen = ({ right, only }: Place): boolean =>
    (right === undefined || permissions.includes(right)) &&
    (only === undefined || only === tenant.kind)
  return regions
    .map((region) => ({ ...region, places: region.places.filter(isOpen) }))
    .filter(({ places }) => places.length > 0)
}
