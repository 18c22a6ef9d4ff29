/** The headings of {@link peopleSheet}, as `seed/import-map.example.json` names them, and one that it does not. */
export const PEOPLE_HEADINGS = [
  ...[
    'First name',
    'Last name',
    'Credentials',
    'Profession',
    'E-mail',
    'Phone',
    'Website',
    'NPI',
    'Languages',
  ],
  ...['Licensed in', 'License numbers', 'License expires'],
  ...['2nd license state', '2nd license number', '2nd license expires', 'Office ZIP', 'Telehealth'],
  ...['Insurance', 'Insurance state', 'Hourly fee', 'Sliding scale', 'KAP training', 'Award', 'Year'],
  ...['Specialties', 'Other specialties', 'Accepting', 'Notes'],
];

const families = ['Oyelaran', 'Lindqvist', 'Marchetti', 'Serrano', 'Whitlock', 'Okafor', 'Bermúdez'];
const days = ['5/31/27', '2027-05-31', 'May 31 2027', '31-May-27', '46538'];
const phones = ['(201) 555-0117', '+1 305 555 0142', '212.555.0199', '6465550100'];

/** A row of a fictional therapist; every twentieth has a mistake in it. */
function personRow(index: number): string {
  const day = index % 20 === 19 ? 'next spring' : days[index % days.length]!;
  return [
    ...[`Ana${index}`, families[index % families.length]!, 'LCSW', 'Social worker'],
    ...[
      `ana${index}@practice.example`,
      phones[index % phones.length]!,
      `ana${index}.example`,
      '',
      'English; Spanish',
    ],
    ...['NJ; NY', `44SC${String(index).padStart(6, '0')}; 0${index}`, `${day}; ${day}`, '', '', ''],
    ...['7030', index % 2 === 0 ? 'Yes' : 'x', 'Aetna; BCBS; Cigna', 'NJ', '$190/hr', 'y'],
    ...['Fluence', '', '2022', '"PTSD, grief"', 'chronic pain', 'TRUE', 'met at the spring conference'],
  ].join(',');
}

/** A spreadsheet of so many fictional therapists, a piece at a time. */
export function* peopleSheet(count: number): Generator<string> {
  yield `${PEOPLE_HEADINGS.join(',')}\r\n`;
  for (let index = 0; index < count; index++) yield `${personRow(index)}\r\n`;
}
