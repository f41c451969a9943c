import { Button, Group, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, Printer } from 'lucide-react'
import type { ReactNode } from 'react'

import { useFormats, useSay } from '../../../kit/words/LanguageProvider.tsx'
import { caseQueries } from '../case-queries.ts'
import { CaseHead } from '../CaseHead.tsx'
import { type CaseForm, caseForms } from './case-forms.ts'
import styles from './CasePrintPage.module.css'
import { DeclarationOnPaper } from './DeclarationOnPaper.tsx'
import { LongForm } from './LongForm.tsx'
import { ShortForm } from './ShortForm.tsx'

const words = {
  print: { en: 'Print', zh: '打印' },
  back: { en: 'Back to the case', zh: '返回案件' },
  asOf: { en: 'As of', zh: '截至' },
  howMuch: { en: 'How much goes on paper', zh: '打印内容' },
  short: { en: 'Short form', zh: '简表' },
  declaration: { en: 'Declaration', zh: '报关单' },
  long: { en: 'Everything', zh: '全部内容' },
}

const route = getRouteApi('/frame/cases/$caseId/print')

const contents: Readonly<Record<CaseForm, (props: { readonly caseId: string }) => ReactNode>> = {
  short: ShortForm,
  declaration: DeclarationOnPaper,
  long: LongForm,
}

/** A case as one document for paper: A4, in short or whole, without what only a screen can do. */
export function CasePrintPage() {
  const { caseId } = route.useParams()
  const { form = 'short' } = route.useSearch()
  const say = useSay()
  const Content = contents[form]
  const { exactInstant } = useFormats()
  const { data: view, dataUpdatedAt } = useSuspenseQuery(caseQueries.view(caseId))
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
        <FormChoice caseId={caseId} chosen={form} />
        <Button leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {say(words.print)}
        </Button>
      </Group>
      <CaseHead view={view} liveness="on-paper" />
      <Text size="sm" c="dimmed" mb="md">
        {say(words.asOf)} {exactInstant(new Date(dataUpdatedAt).toISOString())}
      </Text>
      <Content caseId={caseId} />
    </article>
  )
}

interface FormChoiceProps {
  readonly caseId: string
  readonly chosen: CaseForm
}

function FormChoice({ caseId, chosen }: FormChoiceProps) {
  const say = useSay()
  return (
    <Group gap={4} role="group" aria-label={say(words.howMuch)}>
      {caseForms.map((form) => (
        <Button
          key={form}
          variant={form === chosen ? 'light' : 'default'}
          aria-current={form === chosen ? 'page' : undefined}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/cases/$caseId/print"
              params={{ caseId }}
              search={form === 'short' ? {} : { form }}
              replace
            />
          )}
        >
          {say(words[form])}
        </Button>
      ))}
    </Group>
  )
}
