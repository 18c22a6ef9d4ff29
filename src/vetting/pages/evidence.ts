import type { Evidence } from '../../domain/evidence.js';
import { subjectTitle } from '../subject.js';

/** What a therapist offers as proof. Of a link the host is shown: where it leads is to be seen before it is opened. */
export function evidenceShown(evidence: readonly Evidence[]) {
  return evidence.map(({ subject, link, note }) => ({
    about: subjectTitle(subject),
    link: link ?? '',
    host: link === null ? '' : new URL(link).host,
    note: note === null ? [] : note.split(/\n+/),
  }));
}
