import type { Therapist } from '../../src/domain/therapist.js';
import { aTherapist } from './therapist-builder.js';

/** Records named after `name`, the same at every call. */
export function importOf(name: string, count: number): Therapist[] {
  return Array.from({ length: count }, (_, index) => {
    const key = `${name}${String(index).padStart(8, '0')}`;
    return aTherapist({ id: key, slug: key, email: `${key}@practice.example`, published: null });
  });
}
