import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { ListSearch } from './list-search.ts'

interface ListLinkProps {
  readonly search: ListSearch
  readonly children: ReactNode
}

/** A link into the list of cases, narrowed to what is spoken of. */
export function ListLink({ search, children }: ListLinkProps) {
  return (
    <Anchor
      size="sm"
      style={{ flex: 'none' }}
      renderRoot={(props) => <Link to="/cases" search={search} {...props} />}
    >
      {children}
    </Anchor>
  )
}
