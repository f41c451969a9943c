/**
 * Who caused a change: a person who is signed in, a system's key, one of our workers, or the other
 * side. The name of a person is a reference to their personal record, so that it can be erased.
 */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
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
