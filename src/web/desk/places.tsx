import { Link, useNavigate } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

import type { LettersSearch } from './letters/letters-search.ts'
import type { QueueSearch } from './queue/queue-search.ts'

/** Every place of the desk, with what its address says. */
export type DeskPlace =
  | { readonly to: '/'; readonly search?: QueueSearch }
  | { readonly to: '/lodgements/$mrn'; readonly params: { readonly mrn: string } }
  | { readonly to: '/letters'; readonly search?: LettersSearch }
  | { readonly to: '/letters/$thread'; readonly params: { readonly thread: string } }
  | { readonly to: '/rules' | '/accounts' | '/settings' }

/** Goes to a place of the desk. */
export function useGo(): (place: DeskPlace) => void {
  const navigate = useNavigate()
  // The router's own types know the places of one application only, which is the console.
  return (place) => void navigate(place as never)
}

type PlaceLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly place: DeskPlace
  readonly ref?: Ref<HTMLAnchorElement>
}

/** A link to a place of the desk. */
export function PlaceLink({ place, ...props }: PlaceLinkProps) {
  return <Link {...(props as object)} {...(place as never as { to: '/' })} />
}
