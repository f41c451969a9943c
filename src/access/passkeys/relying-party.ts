/** To whom a passkey belongs beside its person: this installation under its public name. */
export interface RelyingParty {
  /** The host name; a passkey made for one is good for no other. */
  readonly id: string
  /** The only origin whose pages may ask for a signature. */
  readonly origin: string
  /** Shown by the browser when it asks. */
  readonly name: string
}

/** @param publicUrl where the outside world reaches us */
export function relyingPartyAt(publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, origin, name: 'Tidewaiter' }
}
