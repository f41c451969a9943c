import {
  Alert,
  Anchor,
  Button,
  Group,
  NativeSelect,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'

import type { ListDraftView } from '../../../../api/views/list-draft-view.ts'
import { change } from '../../../kit/api/ask.ts'
import { checkFile, tableLimits } from '../../../kit/check-file.ts'
import { problemOf } from '../../../kit/api/problem.ts'
import { InstantText } from '../../../kit/components/InstantText.tsx'
import { LookOnlyNote } from '../../../kit/components/LookOnlyNote.tsx'
import { PageHead } from '../../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSession } from '../../../kit/session.ts'
import { useFormats, useLanguage, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { draftsQuery, type DraftSummary } from './draft-queries.ts'
import { DropZone } from './DropZone.tsx'

const words = {
  title: { en: 'Upload a table of orders', zh: '上传订单表' },
  lead: {
    en: 'CSV with any headings, one row for each line of an order. Nothing becomes an order before you say so.',
    zh: 'CSV 文件，表头不限，订单的每个商品行占一行。确认之前不会生成订单。',
  },
  template: { en: 'Template', zh: '下载模板' },
  reading: { en: 'Reading the table …', zh: '正在读取…' },
  whichEncoding: { en: 'How is the file encoded?', zh: '文件使用何种编码？' },
  encodingMend: {
    en: 'It cannot be told from the file. If it came from a Chinese spreadsheet program it is GB18030.',
    zh: '无法从文件判断。若由中文表格软件导出，通常为 GB18030。',
  },
  readAs: { en: 'Read it as this', zh: '按此编码读取' },
  earlier: { en: 'Earlier tables', zh: '以前的表格' },
  file: { en: 'Table', zh: '表格' },
  toMend: { en: 'To mend', zh: '待修正' },
  ready: { en: 'Ready', zh: '可接收' },
  taken: { en: 'Taken', zh: '已接收' },
  changed: { en: 'Last change', zh: '最近修改' },
  more: { en: 'Show more', zh: '显示更多' },
}

interface Upload {
  readonly file: File
  readonly encoding?: string
}

/** Where a table is handed in, and where those that are not finished are taken up again. */
export function UploadPage() {
  const say = useSay()
  const { language } = useLanguage()
  const mayUpload = useSession().may('orders.create')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const upload = useMutation({
    mutationFn: async ({ file, encoding }: Upload) => {
      checkFile(file, tableLimits)
      const form = new FormData()
      form.set('file', file)
      const asked = encoding === undefined ? '' : `?encoding=${encoding}`
      return change<ListDraftView>(`/v1/list-drafts${asked}`, { body: form })
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey })
      await navigate({ to: '/upload/$draftId', params: { draftId: id } })
    },
  })
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        actions={
          <Button
            component="a"
            href={`/v1/list-drafts/template?language=${language}`}
            download
            variant="default"
            leftSection={<Download size={16} />}
          >
            {say(words.template)}
          </Button>
        }
      />
      <Stack gap="xl">
        {mayUpload ? (
          <Stack gap="sm">
            <DropZone isBusy={upload.isPending} onFile={(file) => upload.mutate({ file })} />
            {upload.isPending && <Text role="status">{say(words.reading)}</Text>}
            {isOfUnknownEncoding(upload.error) ? (
              <EncodingQuestion
                onAnswer={(encoding) => {
                  if (upload.variables !== undefined) {
                    upload.mutate({ file: upload.variables.file, encoding })
                  }
                }}
              />
            ) : (
              <ProblemNote error={upload.error} />
            )}
          </Stack>
        ) : (
          <LookOnlyNote others="operations" />
        )}
        <EarlierTables />
      </Stack>
    </>
  )
}

/** Only where bytes could be read in several ways; a stated encoding that is wrong names its place. */
function isOfUnknownEncoding(error: unknown): boolean {
  if (error === null) return false
  const [failure] = problemOf(error).failures
  return failure?.code === 'message-unreadable' && /encoding/.test(failure.message)
}

function EncodingQuestion({ onAnswer }: { readonly onAnswer: (encoding: string) => void }) {
  const say = useSay()
  const [encoding, setEncoding] = useState('gb18030')
  return (
    <Alert
      color="yellow"
      title={say(words.whichEncoding)}
      role="alert"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm" mb="sm">
        {say(words.encodingMend)}
      </Text>
      <Group>
        <NativeSelect
          aria-label={say(words.whichEncoding)}
          value={encoding}
          onChange={(event) => setEncoding(event.currentTarget.value)}
          data={['gb18030', 'utf-8', 'utf-16le']}
        />
        <Button onClick={() => onAnswer(encoding)}>{say(words.readAs)}</Button>
      </Group>
    </Alert>
  )
}

function EarlierTables() {
  const say = useSay()
  const drafts = useInfiniteQuery(draftsQuery)
  const items = drafts.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return <ProblemNote error={drafts.error} />
  return (
    <section aria-labelledby="earlier">
      <Title order={2} size="h4" id="earlier" mb="xs">
        {say(words.earlier)}
      </Title>
      <Table verticalSpacing="xs" aria-labelledby="earlier">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say(words.file)}</Table.Th>
            <Table.Th ta="right">{say(words.toMend)}</Table.Th>
            <Table.Th ta="right">{say(words.ready)}</Table.Th>
            <Table.Th ta="right">{say(words.taken)}</Table.Th>
            <Table.Th visibleFrom="sm">{say(words.changed)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((draft) => (
            <EarlierTable key={draft.id} draft={draft} />
          ))}
        </Table.Tbody>
      </Table>
      {drafts.hasNextPage && (
        <Button variant="default" mt="sm" onClick={() => void drafts.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </section>
  )
}

function EarlierTable({ draft: { id, name, rows, updatedAt } }: { readonly draft: DraftSummary }) {
  const { number } = useFormats()
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <FileSpreadsheet size={16} aria-hidden />
          <Anchor component={Link} to={`/upload/${id}`}>
            {name}
          </Anchor>
        </Group>
      </Table.Td>
      <Table.Td ta="right">{number(rows.flawed)}</Table.Td>
      <Table.Td ta="right">{number(rows.ready)}</Table.Td>
      <Table.Td ta="right">{number(rows.taken)}</Table.Td>
      <Table.Td visibleFrom="sm">
        <InstantText at={updatedAt} as="ago" />
      </Table.Td>
    </Table.Tr>
  )
}
