/** Who caused a change: a person's or system's key, one of our workers, or the other side. */
export type Actor =
  | { readonly kind: 'api-key'; readonly id: string; readonly name: string }
  | { readonly kind: 'worker'; readonly id: string }
  | { readonly kind: 'authority'; readonly id: string }
  | { readonly kind: 'carrier'; readonly id: string }
  | { readonly kind: 'operator'; readonly id: string }

/** What led to a change, so that every event can be followed back. */
export type Cause =
  | { readonly kind: 'request'; readonly id: string }
  | { readonly kind: 'job'; readonly id: string }
  | { readonly kind: 'notification'; readonly id: string }
  | { readonly kind: 'message'; readonly id: string }
