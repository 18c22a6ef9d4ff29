import type { DisciplineId } from './disciplines.js';

/** The fifty states and the District of Columbia, by name. */
// biome-ignore format: a table of codes reads better in rows
export const stateCodes = [
  'AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'DC', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA', 'KS',
  'KY', 'LA', 'ME', 'MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM', 'NY', 'NC',
  'ND', 'OH', 'OK', 'OR', 'PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY',
] as const;

export type StateCode = (typeof stateCodes)[number];

/** A state's register of therapists from elsewhere who may treat by telehealth, never in person. */
export interface TelehealthRegistration {
  readonly statute: string;
  readonly disciplines: readonly DisciplineId[] | 'all';
}

export interface State {
  readonly code: StateCode;
  readonly name: string;
  /** Member of PSYPACT (as of March 2026). */
  readonly psypact: boolean;
  /** Counseling Compact privileges are really issued here today; having joined the compact is not enough. */
  readonly counselingCompact: boolean;
  readonly telehealthRegistration: TelehealthRegistration | null;
  /** Where a reviewer looks a license up; where boards have no common look-up, the counselor or umbrella board. */
  readonly boardLookup: string;
}

/** As of March 2026. The states that are not members: AK CA HI IA LA MA NM NY OR. */
// biome-ignore format: a table of codes reads better in rows
const psypactMembers: readonly StateCode[] = [
  'AL', 'AZ', 'AR', 'CO', 'CT', 'DE', 'DC', 'FL', 'GA', 'ID', 'IL', 'IN', 'KS', 'KY', 'ME', 'MD', 'MI', 'MN',
  'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NC', 'ND', 'OH', 'OK', 'PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT',
  'VT', 'VA', 'WA', 'WV', 'WI', 'WY',
];

const counselingCompactIssuers: readonly StateCode[] = ['AZ', 'MN'];

/** Florida alone is certain. Arizona, Vermont and West Virginia are said to have the like: add when verified. */
const telehealthRegistrations: Readonly<Partial<Record<StateCode, TelehealthRegistration>>> = {
  FL: { statute: 'Florida Statutes 456.47', disciplines: 'all' },
};

/** Name and look-up of each state. The addresses are best known, not each tried: (verify). */
const nameAndLookup: Readonly<Record<StateCode, readonly [name: string, boardLookup: string]>> = {
  AL: ['Alabama', 'https://abec.alabama.gov/'],
  AK: ['Alaska', 'https://www.commerce.alaska.gov/cbp/main/search/professional'],
  AZ: ['Arizona', 'https://www.azbbhe.us/'],
  AR: ['Arkansas', 'https://abec.arkansas.gov/'],
  CA: ['California', 'https://search.dca.ca.gov/'],
  CO: ['Colorado', 'https://apps2.colorado.gov/dora/licensing/lookup/licenselookup.aspx'],
  CT: ['Connecticut', 'https://www.elicense.ct.gov/Lookup/LicenseLookup.aspx'],
  DE: ['Delaware', 'https://delpros.delaware.gov/OH_VerifyLicense'],
  DC: ['District of Columbia', 'https://dchealth.dc.gov/'],
  FL: ['Florida', 'https://mqa-internet.doh.state.fl.us/MQASearchServices/HealthCareProviders'],
  GA: ['Georgia', 'https://verify.sos.ga.gov/verification/'],
  HI: ['Hawaii', 'https://mypvl.dcca.hawaii.gov/public-license-search/'],
  ID: ['Idaho', 'https://dopl.idaho.gov/'],
  IL: ['Illinois', 'https://online-dfpr.micropact.com/lookup/licenselookup.aspx'],
  IN: ['Indiana', 'https://mylicense.in.gov/everification/'],
  IA: ['Iowa', 'https://dial.iowa.gov/'],
  KS: ['Kansas', 'https://www.ksbsrb.ks.gov/'],
  KY: ['Kentucky', 'https://oop.ky.gov/'],
  LA: ['Louisiana', 'https://www.lpcboard.org/'],
  ME: ['Maine', 'https://www.pfr.maine.gov/almsonline/almsquery/welcome.aspx'],
  MD: ['Maryland', 'https://health.maryland.gov/bopc/Pages/verification.aspx'],
  MA: ['Massachusetts', 'https://madph.mylicense.com/verification/'],
  MI: ['Michigan', 'https://val.apps.lara.state.mi.us/License/Search'],
  MN: ['Minnesota', 'https://mn.gov/boards/'],
  MS: ['Mississippi', 'https://www.lpc.ms.gov/'],
  MO: ['Missouri', 'https://pr.mo.gov/licensee-search.asp'],
  MT: ['Montana', 'https://ebizws.mt.gov/PUBLICPORTAL/searchform?mylist=licenses'],
  NE: ['Nebraska', 'https://www.nebraska.gov/LISSearch/search.cgi'],
  NV: ['Nevada', 'https://marriage.nv.gov/'],
  NH: ['New Hampshire', 'https://forms.nh.gov/licenseverification/'],
  NJ: ['New Jersey', 'https://newjersey.mylicense.com/verification/'],
  NM: ['New Mexico', 'https://www.rld.nm.gov/'],
  NY: ['New York', 'https://www.op.nysed.gov/verification-search'],
  NC: ['North Carolina', 'https://www.ncblcmhc.org/'],
  ND: ['North Dakota', 'https://www.ndbce.org/'],
  OH: ['Ohio', 'https://elicense.ohio.gov/oh_verifylicense'],
  OK: ['Oklahoma', 'https://oklahoma.gov/behavioralhealth.html'],
  OR: ['Oregon', 'https://www.oregon.gov/oblpct/'],
  PA: ['Pennsylvania', 'https://www.pals.pa.gov/#!/page/search'],
  RI: ['Rhode Island', 'https://healthri.mylicense.com/verification/'],
  SC: ['South Carolina', 'https://verify.llronline.com/LicLookup/'],
  SD: ['South Dakota', 'https://dss.sd.gov/licensingboards/'],
  TN: ['Tennessee', 'https://apps.health.tn.gov/Licensure/'],
  TX: ['Texas', 'https://bhec.texas.gov/verify-a-license/'],
  UT: ['Utah', 'https://secure.utah.gov/llv/search/index.html'],
  VT: ['Vermont', 'https://sos.vermont.gov/opr/find-a-professional/'],
  VA: ['Virginia', 'https://dhp.virginiainteractive.org/Lookup/Index'],
  WA: ['Washington', 'https://fortress.wa.gov/doh/providercredentialsearch/'],
  WV: ['West Virginia', 'https://www.wvbec.org/'],
  WI: ['Wisconsin', 'https://licensesearch.wi.gov/'],
  WY: ['Wyoming', 'https://mentalhealth.wyo.gov/'],
};

function describeState(code: StateCode): State {
  const [name, boardLookup] = nameAndLookup[code];
  return {
    code,
    name,
    psypact: psypactMembers.includes(code),
    counselingCompact: counselingCompactIssuers.includes(code),
    telehealthRegistration: telehealthRegistrations[code] ?? null,
    boardLookup,
  };
}

export const states = Object.fromEntries(stateCodes.map((code) => [code, describeState(code)])) as Readonly<
  Record<StateCode, State>
>;

const knownCodes: ReadonlySet<string> = new Set(stateCodes);

/** Whether `text` is the code of one of our 51 states, in capitals. */
export function isStateCode(text: string): text is StateCode {
  return knownCodes.has(text);
}
