import type { Therapist } from '../../domain/therapist.js';
import { allowedActions, isOnceListed } from '../../domain/workflow/permission.js';
import { errorSummary, type Messages } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import type { Group } from '../form/groups.js';
import { labeled } from '../form/labeled.js';
import { groupsOf, sectionPath } from '../section-form.js';
import { allSections } from '../sections/all.js';
import type { About, Section } from '../sections/section.js';

/** What a page of the form is made from. */
export interface SectionShown {
  section: Section;
  therapist: Therapist;
  about: About;
  form: URLSearchParams;
  messages: Messages;
  formToken: string;
  /** Title of the page that was saved last. */
  saved: string;
}

/** One page of the form, with what was typed into it. */
export function sectionPage({ section, therapist, about, form, messages, formToken, saved }: SectionShown) {
  const open = allowedActions(therapist, 'therapist').includes('edit');
  const number = allSections.indexOf(section) + 1;
  const groups = groupsOf(section, about, form, messages);
  return {
    stages: stages(section.id),
    eyebrow: `Page ${number} of ${allSections.length + 1}`,
    title: section.title,
    lead: section.lead,
    saved: saved === '' ? '' : `Saved: ${saved}.`,
    errors: errorsShown(messages, groups),
    open,
    listed: isOnceListed(therapist),
    whenPublic: isOnceListed(therapist) ? LISTED_PUBLIC : DRAFT_PUBLIC,
    locked: open ? '' : lockedWords(therapist),
    action: sectionPath(section),
    formToken,
    draftRevision: therapist.draftRevision,
    groups,
    datalists: section.datalists(about),
  };
}

/** Each message with the label of its field, for the summary on top of the page. */
function errorsShown(messages: Messages, groups: readonly Group[]) {
  const fields = labeled(groups);
  const names = [...messages.keys()];
  return errorSummary(messages).map(({ href, message }, at) => {
    const field = fields.get(names[at]!);
    return { href, message: field === undefined ? message : `${field.label}: ${message}` };
  });
}

const DRAFT_PUBLIC = 'Nothing of it is public before you send it and a reviewer has looked.';
const LISTED_PUBLIC =
  'Fees, insurance, how to reach you, new patients and the wait are public as soon as you save; so is whatever you remove. The rest waits for a reviewer.';

/** The steps of the form, for the top of each page. */
export function stages(current: string) {
  return [
    ...allSections.map((section) => ({
      href: sectionPath(section),
      label: section.title,
      current: section.id === current,
    })),
    { href: paths.practicePage('check'), label: 'Check and send', current: current === 'check' },
  ];
}

function lockedWords(therapist: Therapist): string {
  if (therapist.status === 'declined')
    return 'Your application was declined. It can be read here, and not be changed.';
  return isOnceListed(therapist)
    ? 'This cannot be changed at present.'
    : 'A reviewer has this now. To change something, take it back on your overview first, if they have not begun yet.';
}
