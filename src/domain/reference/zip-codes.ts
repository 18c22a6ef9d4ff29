import { readFileSync } from 'node:fs';
import { isStateCode, type StateCode, stateCodes } from './states.js';

/** A point on the globe, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** The middle of a ZIP code's area, with the name the post office gives it. */
export interface ZipPlace extends Point {
  readonly zip: string;
  readonly city: string;
  readonly state: StateCode;
}

/** What we read from one row of the package `zipcodes`, which ships no types. */
interface Row {
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly city: string;
  readonly state: string;
}

/** One index for each row; `rowOfZip` maps the number a ZIP code spells to its index + 1, or 0 for an unknown one. */
interface ZipTable {
  readonly rowOfZip: Uint16Array;
  readonly lat: Float32Array;
  readonly lng: Float32Array;
  readonly state: Uint8Array;
  readonly city: Uint16Array;
  readonly cities: readonly string[];
}

const EARTH_RADIUS_MILES = 3958.8;

let table: ZipTable | null = null;

/**
 * The place of a five-digit ZIP code in one of our 51 states, or `null` when there is none. The first call reads the
 * package, which takes about a twelfth of a second.
 */
export function zipPlace(zip: string): ZipPlace | null {
  if (!/^\d{5}$/.test(zip)) return null;
  table ??= compact(readPackage());
  const index = (table.rowOfZip[Number(zip)] ?? 0) - 1;
  if (index < 0) return null;
  return {
    zip,
    city: table.cities[table.city[index]!]!,
    state: stateCodes[table.state[index]!]!,
    lat: table.lat[index]!,
    lng: table.lng[index]!,
  };
}

/** Miles between two points along the surface of the earth (haversine). */
export function milesBetween(a: Point, b: Point): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
  const chord = half(b.lat - a.lat) + cosine(a.lat) * cosine(b.lat) * half(b.lng - a.lng);
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * Reads the American rows of the package as text. They are one JSON object within a script: run as a script it takes
 * more than twice as long and leaves the process some 55 MB larger, and the package's own entry would add Canada. A package
 * that changes its layout fails here at once.
 */
function readPackage(): Row[] {
  const script = readFileSync(new URL(import.meta.resolve('zipcodes/lib/codes.js')), 'utf8');
  const json = script.slice(script.indexOf('{'), script.indexOf('};') + 1);
  const codes = JSON.parse(json) as Readonly<Record<string, Row>>;
  return Object.values(codes).filter((row) => isStateCode(row.state));
}

function compact(rows: readonly Row[]): ZipTable {
  const cityNumbers = new Map<string, number>();
  const built = {
    rowOfZip: new Uint16Array(100_000),
    lat: new Float32Array(rows.length),
    lng: new Float32Array(rows.length),
    state: new Uint8Array(rows.length),
    city: new Uint16Array(rows.length),
  };
  const stateNumbers = new Map<string, number>(stateCodes.map((code, number) => [code, number]));
  rows.forEach((row, index) => {
    if (!cityNumbers.has(row.city)) cityNumbers.set(row.city, cityNumbers.size);
    built.rowOfZip[Number(row.zip)] = index + 1;
    built.lat[index] = row.latitude;
    built.lng[index] = row.longitude;
    built.state[index] = stateNumbers.get(row.state)!;
    built.city[index] = cityNumbers.get(row.city)!;
  });
  return { ...built, cities: [...cityNumbers.keys()] };
}
