/** A registry entry for one number. */
export interface RegistryEntry {
  number: string;
  name: string;
  /** Other names that the person goes or went by. */
  otherNames: readonly string[];
  credential: string | null;
  /** Whether the number is active in the registry. */
  active: boolean;
  /** Day of the last change, in the registry's format. */
  updated: string | null;
  licenses: readonly { state: string; number: string; what: string }[];
  /** States of the addresses given there. */
  states: readonly string[];
}

export type RegistryAnswer =
  | { kind: 'found'; entry: RegistryEntry }
  /** The registry has no entry for this number. */
  | { kind: 'nobody' }
  /** It could not be reached, or its answer makes no sense. `why` is one sentence for a reviewer. */
  | { kind: 'failed'; why: string };

/** The national provider registry. Its entries are self-reported, so it does not replace a license check. */
export interface NpiRegistry {
  /** Never rejects: the caller shows what went wrong. */
  lookUp(npi: string): Promise<RegistryAnswer>;
}
