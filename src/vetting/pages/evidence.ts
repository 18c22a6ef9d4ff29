import type { Evidence } from '../../domain/evidence.js';
import { subjectTitle } from '../subject.js';

/** What a therapist offers as proof. Links show their host, so that a reviewer sees where they lead before opening them. */
export function evidenceShown(evidence: readonly Evidence[]) {
  return evidence.map(({ subject, link, note }) => ({
    about: subjectTitle(subject),
    link: link ?? '',
    host: link === null ? '' : new URL(link).host,
    note: note === null ? [] : note.split(/\n+/),
  }));
}
