/** Nobody else in the examples has anything of this. The street does not fit on one declared line. */
export const person = {
  name: 'Ottoline Quackenbush',
  email: 'ottoline.quackenbush@planted.example',
  phone: '+44 7700 900931',
  address: {
    lines: [
      'Flat 7, The Old Peppercorn Granary and Malting House',
      '113 Quillfeather Passage North',
    ],
    city: 'Bristol',
    postcode: 'BS99 7QX',
    country: 'GB',
  },
} as const

/** What must not be found of {@link person}, also in part. */
export const traces = [
  'Quackenbush',
  'Peppercorn',
  'Quillfeather',
  person.email,
  person.phone,
  person.address.postcode,
]
