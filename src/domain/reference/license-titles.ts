import type { DisciplineId } from './disciplines.js';
import type { StateCode } from './states.js';

type Titles = readonly string[];

/** The title most states use, and the states that use another; the title of independent practice comes first. */
interface TitleRule {
  readonly usual: Titles;
  readonly elsewhere: Readonly<Partial<Record<StateCode, Titles>>>;
}

/*
 * The counselor titles of NY FL IL CA NH RI UT VT, and LPC in 24 states and DC, are sourced. The social workers' and
 * everything else is general knowledge: (verify). A title corrected is one line here.
 */
const counselor: TitleRule = {
  usual: ['LPC'],
  elsewhere: {
    CA: ['LPCC'],
    DE: ['LPCMH'],
    FL: ['LMHC'],
    HI: ['LMHC'],
    ID: ['LCPC'],
    IL: ['LCPC'],
    IN: ['LMHC'],
    IA: ['LMHC'],
    KS: ['LCPC'],
    KY: ['LPCC'],
    ME: ['LCPC'],
    MD: ['LCPC'],
    MA: ['LMHC'],
    MN: ['LPCC'],
    MT: ['LCPC'],
    NE: ['LIMHP', 'LPC'],
    NV: ['CPC'],
    NH: ['LCMHC'],
    NM: ['LPCC'],
    NY: ['LMHC'],
    NC: ['LCMHC'], // LPC until 2020
    ND: ['LPCC'],
    OH: ['LPCC'],
    RI: ['LCMHC'],
    SD: ['LPC-MH', 'LPC'],
    TN: ['LPC-MHSP', 'LPC'],
    UT: ['LCMHC'],
    VT: ['LCMHC'],
    WA: ['LMHC'],
  },
};

const clinicalSocialWorker: TitleRule = {
  usual: ['LCSW'],
  elsewhere: {
    AL: ['LICSW'],
    DC: ['LICSW'],
    IA: ['LISW'],
    KS: ['LSCSW'],
    MD: ['LCSW-C'],
    MA: ['LICSW'],
    MI: ['LMSW'],
    MN: ['LICSW'],
    NE: ['LICSW', 'LIMHP'],
    NH: ['LICSW'],
    NM: ['LCSW', 'LISW'],
    OH: ['LISW'],
    RI: ['LICSW'],
    SC: ['LISW-CP'],
    SD: ['CSW-PIP'],
    VT: ['LICSW'],
    WA: ['LICSW'],
    WV: ['LICSW'],
  },
};

const marriageFamilyTherapist: TitleRule = {
  usual: ['LMFT'],
  elsewhere: { KS: ['LCMFT'], MD: ['LCMFT'], NE: ['LMFT', 'LIMHP'], NV: ['MFT'], OH: ['IMFT'] },
};

const nursePractitioner: TitleRule = {
  usual: ['APRN'],
  elsewhere: {
    AL: ['CRNP'],
    CA: ['NP'],
    CO: ['APN'],
    IN: ['NP'],
    IA: ['ARNP'],
    MD: ['CRNP'],
    MA: ['CNP'],
    MI: ['NP'],
    NJ: ['APN'],
    NM: ['CNP'],
    NY: ['NP'],
    NC: ['NP'],
    OR: ['NP'],
    PA: ['CRNP'],
    SD: ['CNP'],
    WA: ['ARNP'],
    WI: ['APNP'],
  },
};

const clinicalNurseSpecialist: TitleRule = {
  usual: ['APRN', 'CNS'],
  elsewhere: {
    AL: ['CNS'],
    CA: ['CNS'],
    CO: ['APN'],
    IA: ['ARNP'],
    IN: ['CNS'],
    MA: ['PCNS'],
    MI: ['CNS'],
    NJ: ['APN'],
    NM: ['CNS'],
    NY: ['CNS'],
    NC: ['CNS'],
    OR: ['CNS'],
    PA: ['CNS'],
    SD: ['CNS'],
    WA: ['ARNP'],
    WI: ['APNP'],
  },
};

const rules: Readonly<Record<DisciplineId, TitleRule>> = {
  psychologist: { usual: ['Psychologist'], elsewhere: {} },
  'clinical-social-worker': clinicalSocialWorker,
  'marriage-family-therapist': marriageFamilyTherapist,
  counselor,
  psychiatrist: { usual: ['MD', 'DO'], elsewhere: {} },
  'psychiatric-nurse-practitioner': nursePractitioner,
  'psychiatric-clinical-nurse-specialist': clinicalNurseSpecialist,
};

/** The titles under which `state` licenses the discipline to practice on its own; at least one. */
export function licenseTitles(state: StateCode, discipline: DisciplineId): readonly string[] {
  const { usual, elsewhere } = rules[discipline];
  return elsewhere[state] ?? usual;
}
