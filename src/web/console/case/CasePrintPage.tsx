import { Button, Group, Text } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'

import { useFormats, useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseQueries } from './case-queries.ts'
import { CaseHead } from './CaseHead.tsx'
import styles from './CasePrintPage.module.css'
import { ChargesSection } from './charges/ChargesSection.tsx'
import { DeclarationSection } from './declaration/DeclarationSection.tsx'
import { HistorySection } from './history/HistorySection.tsx'
import { LedgerSection } from './ledger/LedgerSection.tsx'
import { OverviewSection } from './overview/OverviewSection.tsx'
import { PapersSection } from './papers/PapersSection.tsx'

const words = {
  print: { en: 'Print', zh: '打印' },
  back: { en: 'Back to the case', zh: '返回案件' },
  asOf: { en: 'As of', zh: '截至' },
}

const route = getRouteApi('/frame/cases/$caseId/print')

/** The whole case as one document for paper: A4, without what only a screen can do. */
export function CasePrintPage() {
  const { caseId } = route.useParams()
  const say = useSay()
  const { exactInstant } = useFormats()
  const { data: view, dataUpdatedAt } = useSuspenseQuery(caseQueries.view(caseId))
  const breakdown = useQuery(caseQueries.breakdown(caseId))
  const form = useQuery(caseQueries.form(caseId))
  return (
    <article className={styles.sheet}>
      <Group mb="md" className="screen-only">
        <Button
          component={Link}
          to={`/cases/${caseId}`}
          variant="default"
          leftSection={<ArrowLeft size={16} aria-hidden />}
        >
          {say(words.back)}
        </Button>
        <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </Group>
      <CaseHead view={view} liveness="on-paper" />
      <Text size="sm" c="dimmed" mb="md">
        {say(words.asOf)} {exactInstant(new Date(dataUpdatedAt).toISOString())}
      </Text>
      <OverviewSection caseId={caseId} />
      {breakdown.isSuccess && <ChargesSection caseId={caseId} />}
      <PapersSection caseId={caseId} />
      {form.isSuccess && <DeclarationSection caseId={caseId} />}
      <LedgerSection caseId={caseId} />
      <HistorySection caseId={caseId} />
    </article>
  )
}
