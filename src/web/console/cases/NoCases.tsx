import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { FileUp, PackagePlus, SearchX } from 'lucide-react'

import { EmptyState } from '../../kit/components/EmptyState.tsx'
import { useSession } from '../../kit/session.ts'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { useListSearch } from './use-list-search.ts'

const words = {
  noneFound: { en: 'No case is like that', zh: '没有符合条件的案件' },
  noneFoundWhy: {
    en: 'Try fewer words or filters. Words are looked for at the beginning of references, goods and names.',
    zh: '请减少搜索词或筛选条件。搜索从编号、商品和姓名的开头匹配。',
  },
  clear: { en: 'Show all cases', zh: '显示全部案件' },
  noneYet: { en: 'Your first case begins with an order', zh: '从一张订单开始您的第一个案件' },
  noneYetWhy: {
    en: 'Hand in an order: who sold what to whom, at which price and weight. Tidewaiter works out the duties, makes out the papers and tells you what is missing before anything goes to customs.',
    zh: '提交一张订单：谁向谁销售了什么、价格和重量。系统会计算税费、生成单证，并在报关前告诉您缺少什么。',
  },
  form: { en: 'Enter an order', zh: '录入订单' },
  csv: { en: 'Upload a table (CSV)', zh: '上传表格（CSV）' },
  api: { en: 'or connect your shop by the interface', zh: '或通过接口连接您的商店' },
}

/** What the list says while it has nothing to show: how to begin, or how to look otherwise. */
export function NoCases({ why }: { readonly why: 'none-yet' | 'none-found' }) {
  const say = useSay()
  const { may } = useSession()
  const { replace } = useListSearch()
  if (why === 'none-found') {
    return (
      <EmptyState
        icon={SearchX}
        title={say(words.noneFound)}
        actions={
          <Button variant="default" onClick={() => replace({})}>
            {say(words.clear)}
          </Button>
        }
      >
        {say(words.noneFoundWhy)}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={PackagePlus}
      title={say(words.noneYet)}
      actions={
        <>
          {may('orders.create') && (
            <Button
              component={Link}
              to="/orders/new"
              leftSection={<PackagePlus size={16} aria-hidden />}
            >
              {say(words.form)}
            </Button>
          )}
          {may('purchase-lists.import') && (
            <Button
              component={Link}
              to="/upload"
              variant="default"
              leftSection={<FileUp size={16} aria-hidden />}
            >
              {say(words.csv)}
            </Button>
          )}
          <Anchor href="/docs/" size="sm">
            {say(words.api)}
          </Anchor>
        </>
      }
    >
      {say(words.noneYetWhy)}
    </EmptyState>
  )
}
