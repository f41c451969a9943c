import { Link } from '@tanstack/react-router'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import { caseSections, type CaseSection } from './case-sections.ts'
import { sectionNames } from './section-names.ts'
import styles from './SectionTabs.module.css'

const words = { sections: { en: 'Sections of the case', zh: '案件各部分' } }

interface SectionTabsProps {
  readonly caseId: string
  readonly shown: CaseSection
}

/** Leads to the sections of a case; each has an address of its own. */
export function SectionTabs({ caseId, shown }: SectionTabsProps) {
  const say = useSay()
  return (
    <nav aria-label={say(words.sections)} className={`${styles.tabs} screen-only`}>
      {caseSections.map((section) => (
        <Link
          key={section}
          to="/cases/$caseId"
          params={{ caseId }}
          search={section === 'overview' ? {} : { section }}
          resetScroll={false}
          className={styles.tab}
          aria-current={section === shown ? 'page' : undefined}
          data-shown={section === shown || undefined}
        >
          {say(sectionNames[section])}
        </Link>
      ))}
    </nav>
  )
}
