import { Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'

import type { CaseView } from '../../../../api/views/case-view.ts'
import { LoadingRows } from '../../../kit/components/LoadingRows.tsx'
import { ProblemNote } from '../../../kit/components/ProblemNote.tsx'
import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { SupplementaryChanges } from '../SupplementaryChanges.tsx'
import { supplementaryStates } from '../supplementary-states.ts'
import { DeclarationFields } from './DeclarationFields.tsx'

const words = {
  title: { en: 'Supplementary declaration', zh: '补充申报' },
  due: (day: string) => ({ en: `due by ${day}`, zh: `截止日期：${day}` }),
  standing: {
    trial: { en: 'As it would be handed in now.', zh: '如现在提交，内容如下。' },
    lodged: { en: 'As it was handed in to customs.', zh: '已提交海关的内容。' },
    rejected: {
      en: 'As customs rejected it. What they object to stands beside its field.',
      zh: '海关退回的内容。异议显示在相应栏目旁。',
    },
  },
  pdf: { en: 'Supplementary declaration as PDF', zh: '补充申报 PDF 文件' },
}

interface SupplementarySectionProps {
  readonly view: CaseView & { readonly supplementary: NonNullable<CaseView['supplementary']> }
}

/** What completes the simplified declaration: where it stands, and every field of it. */
export function SupplementarySection({ view: { id, supplementary } }: SupplementarySectionProps) {
  const say = useSay()
  const { day } = useFormats()
  const { state, dueOn, mrn, rejectedLrn, goodsChanged } = supplementary
  const lrn = supplementary.lrn ?? rejectedLrn
  const isHandedIn = state !== 'owed' && state !== 'overdue'
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb={4}>
        {say(words.title)}
      </Title>
      <Text size="sm" mb="sm">
        {[say(supplementaryStates[state]), say(words.due(day(dueOn))), lrn, mrn]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </Text>
      {isHandedIn && goodsChanged && <SupplementaryChanges caseId={id} />}
      <Form caseId={id} />
    </>
  )
}

function Form({ caseId }: { readonly caseId: string }) {
  const say = useSay()
  const form = useQuery(caseQueries.supplementaryForm(caseId))
  if (form.isPending) return <LoadingRows />
  if (form.isError) {
    return <ProblemNote error={form.error} onRetry={() => void form.refetch()} />
  }
  return (
    <>
      <Group mb="md" className="screen-only">
        <Button
          component="a"
          href={`/v1/cases/${caseId}/supplementary-declaration.pdf`}
          target="_blank"
          rel="noopener"
          variant="default"
          size="xs"
          leftSection={<FileText size={14} aria-hidden />}
        >
          {say(words.pdf)}
        </Button>
      </Group>
      <Text size="sm" mb="sm" {...(form.data.standing === 'rejected' && { fw: 650 })}>
        {say(words.standing[form.data.standing])}
      </Text>
      <DeclarationFields caseId={caseId} of={say(words.title)} sections={form.data.sections} />
    </>
  )
}
