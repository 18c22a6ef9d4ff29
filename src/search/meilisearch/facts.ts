import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';

type Permission = IndexEntry['permissions'][number];
type Coverage = IndexEntry['coverage'][number];
type Office = IndexEntry['offices'][number];

type PackedPermission = [Permission['state'], Permission['mode'], Permission['basis'], string];
type PackedCoverage = [Coverage['state'], Coverage['payer'], Coverage['line']];
type PackedOffice = [Office['state'], string];
export type PackedFacts = [PackedPermission[], PackedCoverage[], PackedOffice[]];

/** The facts that explain a hit, in their own order, without the names that would come with each. */
export function packFacts({ permissions, coverage, offices }: JointFacts): PackedFacts {
  return [
    permissions.map((may) => [may.state, may.mode, may.basis, may.type]),
    coverage.map((row) => [row.state, row.payer, row.line]),
    offices.map((office) => [office.state, office.zip]),
  ];
}

export function unpackFacts([permissions, coverage, offices]: PackedFacts): JointFacts {
  return {
    permissions: permissions.map(([state, mode, basis, type]) => ({ state, mode, basis, type })),
    coverage: coverage.map(([state, payer, line]) => ({ state, payer, line })),
    offices: offices.map(([state, zip]) => ({ state, zip })),
  };
}
