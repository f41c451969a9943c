import { Alert, Button, Group, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileSearch, FileText, Printer } from 'lucide-react'

import { EmptyState } from '../../../kit/components/EmptyState.tsx'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { isNotThere } from '../is-not-there.ts'
import { DeclarationFields } from './DeclarationFields.tsx'
import { SupplementarySection } from './SupplementarySection.tsx'

const words = {
  standing: {
    trial: {
      en: 'As it would be handed in now. Nothing has been sent.',
      zh: '如现在提交，内容如下。尚未发送。',
    },
    lodged: { en: 'As it was handed in to customs.', zh: '已提交海关的内容。' },
    rejected: {
      en: 'As customs rejected it. What they object to stands beside its field.',
      zh: '海关退回的内容。异议显示在相应栏目旁。',
    },
  },
  pdf: { en: 'As PDF', zh: 'PDF 文件' },
  print: { en: 'For printing', zh: '打印页面' },
  none: { en: 'There is no declaration yet', zh: '尚无报关单' },
  noneWhy: {
    en: 'It is filled from the goods data, the parties and the charges; a fact is still missing. Mend the open points above, then every field appears here with where it comes from.',
    zh: '报关单由货物资料、各方身份和税费填制，目前仍缺资料。补正上方各项后，每个栏目及其来源将在此显示。',
  },
  legend: {
    en: 'The number is that of the data element in the UK Tariff’s completion guide.',
    zh: '编号为英国税则填制指南中的数据元编号。',
  },
}

/** The declaration field by field: what it says, where that comes from, what is objected to. */
export function DeclarationSection({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const form = useQuery(caseQueries.form(caseId))
  const { data: view } = useSuspenseQuery(caseQueries.view(caseId))
  if (form.isPending) return <LoadingRows />
  if (form.isError) {
    return isNotThere(form.error) ? (
      <EmptyState icon={FileSearch} title={say(words.none)}>
        {say(words.noneWhy)}
      </EmptyState>
    ) : (
      <ProblemNote error={form.error} onRetry={() => void form.refetch()} />
    )
  }
  const { standing, sections } = form.data
  return (
    <>
      <Group mb="md" gap="xs" className="screen-only">
        <Button
          component="a"
          href={`/v1/cases/${caseId}/declaration.pdf`}
          target="_blank"
          rel="noopener"
          variant="default"
          size="xs"
          leftSection={<FileText size={14} aria-hidden />}
        >
          {say(words.pdf)}
        </Button>
        <Button
          renderRoot={(props) => (
            <Link
              {...props}
              to="/cases/$caseId/print"
              params={{ caseId }}
              search={{ form: 'declaration' }}
            />
          )}
          variant="default"
          size="xs"
          leftSection={<Printer size={14} aria-hidden />}
        >
          {say(words.print)}
        </Button>
      </Group>
      <Alert color={standing === 'rejected' ? 'red' : 'tide'} variant="light" mb="md">
        <Text size="sm">{say(words.standing[standing])}</Text>
        <Text size="sm">{say(words.legend)}</Text>
      </Alert>
      <DeclarationFields caseId={caseId} sections={sections} />
      {view.supplementary && (
        <SupplementarySection view={{ ...view, supplementary: view.supplementary }} />
      )}
    </>
  )
}
