import { milesBetween, type Point, zipPlace } from '../../domain/reference/zip-codes.js';
import type { IndexEntry } from '../entry.js';

/** Mail areas (the first three digits of ZIP codes) of the offices. */
export function zipAreas(entry: Pick<IndexEntry, 'offices'>): string[] {
  return [...new Set(entry.offices.map((office) => areaOf(office.zip)))];
}

function areaOf(zip: string): string {
  return zip.slice(0, 3);
}

let byArea: Map<string, Point[]> | null = null;

/** A degree of latitude has a little more. */
const MILES_PER_DEGREE = 69;

/** The mail areas with a ZIP code within so many miles of another: all offices near enough are in one of them. */
export function areasWithin(near: string, miles: number): string[] {
  const from = zipPlace(near);
  if (from === null) return [];
  byArea ??= collectAreas();
  const isNear = (point: Point) =>
    Math.abs(point.lat - from.lat) * MILES_PER_DEGREE <= miles && milesBetween(from, point) <= miles;
  return [...byArea].filter(([, points]) => points.some(isNear)).map(([area]) => area);
}

/** Every ZIP code there is, some 41,000, by mail area; done once. */
function collectAreas(): Map<string, Point[]> {
  const areas = new Map<string, Point[]>();
  for (let number = 0; number < 100_000; number++) {
    const place = zipPlace(String(number).padStart(5, '0'));
    if (place === null) continue;
    const points = areas.get(areaOf(place.zip)) ?? [];
    points.push({ lat: place.lat, lng: place.lng });
    areas.set(areaOf(place.zip), points);
  }
  return areas;
}
