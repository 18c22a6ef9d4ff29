import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';

type Permission = IndexEntry['permissions'][number];
type Coverage = IndexEntry['coverage'][number];
type Office = IndexEntry['offices'][number];

type PackedPermission = [Permission['state'], Permission['mode'], Permission['basis'], string];
type PackedCoverage = [Coverage['state'], Coverage['payer'], Coverage['line']];
type PackedOffice = [Office['state'], string];
type Packed = [PackedPermission[], PackedCoverage[], PackedOffice[]];

/** The facts that explain a hit, as one short text in their own order. */
export function packFacts({ permissions, coverage, offices }: JointFacts): string {
  const packed: Packed = [
    permissions.map((may) => [may.state, may.mode, may.basis, may.type]),
    coverage.map((row) => [row.state, row.payer, row.line]),
    offices.map((office) => [office.state, office.zip]),
  ];
  return JSON.stringify(packed);
}

export function unpackFacts(text: string): JointFacts {
  const [permissions, coverage, offices] = JSON.parse(text) as Packed;
  return {
    permissions: permissions.map(([state, mode, basis, type]) => ({ state, mode, basis, type })),
    coverage: coverage.map(([state, payer, line]) => ({ state, payer, line })),
    offices: offices.map(([state, zip]) => ({ state, zip })),
  };
}
