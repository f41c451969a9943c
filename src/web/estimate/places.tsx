import { Link, useNavigate } from '@tanstack/react-router'
import { BookOpen, Calculator, Grid3x3, History } from 'lucide-react'
import type { AnchorHTMLAttributes, Ref } from 'react'

import type { FramePlace } from '../kit/components/FramePlaces.tsx'

/** A page of the estimates, with what its address says. Values in an address are text. */
export interface EstimatePlace {
  readonly to: string
  readonly params?: Readonly<Record<string, string>>
  readonly search?: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Where one can go, in the order of the frame. */
export const places: readonly FramePlace[] = [
  { to: '/', label: { en: 'Quote', zh: '报价' }, icon: Calculator },
  { to: '/time-machine', label: { en: 'Time machine', zh: '时光机' }, icon: History },
  { to: '/tariff', label: { en: 'Tariff', zh: '税则' }, icon: BookOpen },
  { to: '/coverage', label: { en: 'Coverage', zh: '涵盖范围' }, icon: Grid3x3 },
]

/** How one goes: with a way back to what was there before, or in its place. */
export type Going = 'onward' | 'in-place'

/** Goes to a page of the estimates. */
export function useGo(): (place: EstimatePlace, going?: Going) => void {
  const navigate = useNavigate()
  // The router's own types know the places of one application only, which is the console.
  return (place, going = 'onward') =>
    void navigate({ ...place, replace: going === 'in-place', resetScroll: false } as never)
}

type PlaceLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly place: EstimatePlace
  readonly ref?: Ref<HTMLAnchorElement>
}

/** A link to a page of the estimates. */
export function PlaceLink({ place, ...props }: PlaceLinkProps) {
  return <Link {...(props as object)} {...(place as never as { to: '/' })} />
}
