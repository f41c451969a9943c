import { Anchor, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { LoadingRows } from '../../kit/components/LoadingRows.tsx'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { ProblemNote } from '../../kit/components/ProblemNote.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { ActsPanel } from '../acts/ActsPanel.tsx'
import { PlaceLink } from '../places.tsx'
import { RiskBar } from '../queue/RiskBar.tsx'
import { StateBadge } from '../StateBadge.tsx'
import { ControlsSection } from './ControlsSection.tsx'
import { CourseLine } from './CourseLine.tsx'
import { DeclarationSection } from './DeclarationSection.tsx'
import styles from './dossier.module.css'
import { dossierQuery, type ShownDossier } from './dossier-query.ts'
import { EarlierSection } from './EarlierSection.tsx'
import { GoodsSection } from './GoodsSection.tsx'
import { HistorySection } from './HistorySection.tsx'
import { LettersSection } from './LettersSection.tsx'
import { MessagesSection } from './MessagesSection.tsx'
import { MoneySection } from './MoneySection.tsx'
import { PapersSection } from './PapersSection.tsx'
import { KeptGoodsSection } from './KeptGoodsSection.tsx'
import { PenaltiesSection } from './PenaltiesSection.tsx'
import { RiskSection } from './RiskSection.tsx'
import { SecuritiesSection } from './SecuritiesSection.tsx'

const words = {
  back: { en: 'Queue', zh: '待办' },
  noDescription: { en: 'No description', zh: '无品名' },
  version: (version: number) => ({ en: `version ${version}`, zh: `第 ${version} 版` }),
}

/** Everything about one lodgement, and what the officer can do with it. */
export function DossierPage() {
  const { mrn } = useParams({ strict: false, select: mrnOf })
  const dossier = useQuery(dossierQuery(mrn))
  if (dossier.data !== undefined) return <Shown dossier={dossier.data} />
  return dossier.isError ? (
    <ProblemNote error={dossier.error} onRetry={() => void dossier.refetch()} />
  ) : (
    <LoadingRows height={96} />
  )
}

function mrnOf(parameters: object): { readonly mrn: string } {
  return { mrn: 'mrn' in parameters ? String(parameters.mrn) : '' }
}

function Shown({ dossier }: { readonly dossier: ShownDossier }) {
  return (
    <>
      <DossierHead dossier={dossier} />
      <CourseLine dossier={dossier} />
      <div className={styles.columns}>
        <div className={styles.content}>
          <RiskSection dossier={dossier} />
          <GoodsSection dossier={dossier} />
          <DeclarationSection dossier={dossier} />
          <ControlsSection dossier={dossier} />
          <PapersSection dossier={dossier} />
          <SecuritiesSection dossier={dossier} />
          <KeptGoodsSection dossier={dossier} />
          <PenaltiesSection dossier={dossier} />
          <MoneySection dossier={dossier} />
          <LettersSection dossier={dossier} />
          <MessagesSection dossier={dossier} />
          <EarlierSection dossier={dossier} />
          <HistorySection dossier={dossier} />
        </div>
        <div className={styles.side}>
          <ActsPanel dossier={dossier} />
        </div>
      </div>
    </>
  )
}

function DossierHead({ dossier }: { readonly dossier: ShownDossier }) {
  const say = useSay()
  const { register, declaration, riskLevel, risk } = dossier
  const hits = (risk.at(-1)?.outcomes ?? []).filter(({ hit }) => hit)
  return (
    <>
      <Anchor component={PlaceLink} place={{ to: '/' }} size="sm" className="screen-only">
        <ArrowLeft size={14} aria-hidden /> {say(words.back)}
      </Anchor>
      <PageHead
        title={declaration.items[0]?.description ?? say(words.noDescription)}
        lead={
          <Text span c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {register.mrn} · {register.lrn} · {say(words.version(register.version))}
          </Text>
        }
        actions={
          <Group gap="md">
            <RiskBar score={register.riskScore} level={riskLevel} reasons={hits} />
            <StateBadge state={register.state} />
          </Group>
        }
      />
    </>
  )
}
