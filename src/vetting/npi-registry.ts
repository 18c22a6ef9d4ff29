/** What the registry knows of one number. */
export interface RegistryEntry {
  number: string;
  name: string;
  /** Other names that the person goes or went by. */
  otherNames: readonly string[];
  credential: string | null;
  /** Whether the registry still holds the number for active. */
  active: boolean;
  /** Day of the last change there, as it writes it. */
  updated: string | null;
  licenses: readonly { state: string; number: string; what: string }[];
  /** States of the addresses given there. */
  states: readonly string[];
}

export type RegistryAnswer =
  | { kind: 'found'; entry: RegistryEntry }
  /** The registry answered, and has nobody under this number. */
  | { kind: 'nobody' }
  /** It could not be asked, or what it said makes no sense. `why` is one sentence for a reviewer. */
  | { kind: 'failed'; why: string };

/** The national registry of those who bill. An NPI is self-reported: it tells who claims the number, and is no license check. */
export interface NpiRegistry {
  /** Never rejects: whoever asks wants to read what went wrong. */
  lookUp(npi: string): Promise<RegistryAnswer>;
}
