/** Where the desk's pages are reached, and by which page they may be framed. */
export interface DeskSite {
  /** Such as `http://localhost:8090`, without a slash at the end. */
  readonly origin: string
  /** Origin of the page that may frame the desk besides the desk itself. */
  readonly framedBy?: string
  /** Whether a request's `Origin` is the desk itself; one that is not stated is not. */
  isOwnOrigin(origin: string | undefined): boolean
}

/**
 * The site under an address.
 *
 * @param url is asked at each request, for a desk on a free port knows its address only once it
 *   listens
 */
export function deskSite(url: () => string, framedBy?: string): DeskSite {
  return {
    ...(framedBy === undefined ? {} : { framedBy: new URL(framedBy).origin }),
    get origin() {
      return new URL(url()).origin
    },
    isOwnOrigin: (origin) => origin === new URL(url()).origin,
  }
}
