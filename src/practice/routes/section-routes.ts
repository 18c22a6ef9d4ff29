import { toDay } from '../../domain/calendar.js';
import type { Therapist } from '../../domain/therapist.js';
import { changedFields } from '../../domain/workflow/changed-fields.js';
import { StaleDraft, Unmet } from '../../domain/workflow/errors.js';
import { isOnceListed } from '../../domain/workflow/permission.js';
import type { Save } from '../../domain/workflow/save-draft.js';
import { type Answer, redirect } from '../../web/answer.js';
import { catchExpected } from '../../web/catch-expected.js';
import { type Messages, seenRevision } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { rowActOf, tidied } from '../form/rows.js';
import { conflictPage } from '../pages/conflict.js';
import { sectionPage } from '../pages/section-page.js';
import { aboutOf, fieldsOf, filled, sectionPath } from '../section-form.js';
import { allSections } from '../sections/all.js';
import type { Section } from '../sections/section.js';
import { FORMS_AN_HOUR, type Own, ownPage, type PracticeRoutesDeps } from './deps.js';

/** The pages of the form. */
export function sectionRoutes(deps: PracticeRoutesDeps): AnyRoute[] {
  return allSections.flatMap((section) => [showRoute(section, deps), saveRoute(section, deps)]);
}

function showRoute(section: Section, deps: PracticeRoutesDeps): AnyRoute {
  return route({
    path: sectionPath(section),
    access: 'therapist',
    input: ({ search }) => allSections.find(({ id }) => id === search.get('saved'))?.title ?? '',
    cache: 'none',
    handle(saved, { person }) {
      const about = aboutOf(person.therapist, toDay(deps.clock.now()));
      return show(section, deps, person, { form: filled(section, about), saved });
    },
  });
}

function saveRoute(section: Section, deps: PracticeRoutesDeps): AnyRoute {
  return route({
    method: 'post',
    path: sectionPath(section),
    access: 'therapist',
    perHour: FORMS_AN_HOUR,
    input: ({ form }) => form,
    cache: 'none',
    async handle(sent, { person }) {
      const about = aboutOf(person.therapist, toDay(deps.clock.now()));
      const act = rowActOf(sent, section.lists);
      const form = tidied(sent, section.names(about), section.lists, act);
      // Adding a row does not save, so an out-of-date form stays out of date.
      const seen = seenRevision(sent);
      if (act !== null) return show(section, deps, person, { form, seen });
      const reading = section.read(form, about);
      if ('messages' in reading)
        return show(section, deps, person, { form, seen, messages: reading.messages }, 422);
      return save(section, deps, person, {
        form,
        after: sent.get('_then'),
        save: { ...reading.save, seenDraftRevision: seen },
      });
    },
  });
}

interface Saving {
  form: URLSearchParams;
  after: string | null;
  save: Save;
}

async function save(
  section: Section,
  deps: PracticeRoutesDeps,
  person: Own,
  { form, after, save }: Saving,
): Promise<Answer> {
  const { therapist } = person;
  const saved = await catchExpected(deps.service.save(therapist, save), StaleDraft, Unmet);
  if (saved instanceof StaleDraft) {
    const spec = conflictPage({
      section,
      now: saved.therapist,
      form,
      save,
      formToken: person.formToken,
      today: toDay(deps.clock.now()),
    });
    return ownPage(deps.renderPage, person, spec, 409);
  }
  if (saved instanceof Unmet) {
    const messages = new Map([[fieldOf(section, person, deps, saved.field), saved.message]]);
    return show(section, deps, person, { form, seen: save.seenDraftRevision, messages }, 422);
  }
  return redirect(isOnceListed(saved) ? afterEdit(therapist, saved) : next(section, after));
}

/** The field that shows a message about a path in the profile: of a group, the first field. */
function fieldOf(section: Section, { therapist }: Own, { clock }: PracticeRoutesDeps, path: string): string {
  const names = [...fieldsOf(section, aboutOf(therapist, toDay(clock.now()))).keys()];
  return names.find((name) => name === path) ?? names.find((name) => name.startsWith(`${path}.`)) ?? path;
}

/** The next page, or the overview. */
function next(section: Section, then: string | null): string {
  const saved = `?saved=${section.id}`;
  if (then === 'overview') return paths.practice + saved;
  const after = allSections[allSections.indexOf(section) + 1];
  return (after === undefined ? paths.practicePage('check') : sectionPath(after)) + saved;
}

/** The overview of a listed therapist, which says which fields of the edit are public already. */
function afterEdit(before: Therapist, after: Therapist): string {
  const atOnce = changedFields(before.published ?? {}, after.published ?? {});
  return `${paths.practice}?${new URLSearchParams({ edited: atOnce.join(' ') })}`;
}

interface Shown {
  form: URLSearchParams;
  messages?: Messages;
  /** The revision that the form was filled from; the current one when it is filled now. */
  seen?: number;
  saved?: string;
}

function show(
  section: Section,
  { renderPage, clock }: PracticeRoutesDeps,
  person: Own,
  { form, messages = new Map(), seen, saved = '' }: Shown,
  status = 200,
): Answer {
  const { therapist, formToken } = person;
  const about = aboutOf(therapist, toDay(clock.now()));
  const model = sectionPage({ section, therapist, about, form, messages, formToken, saved });
  const title = `${status === 422 ? 'Please look again: ' : ''}${section.title}`;
  return ownPage(
    renderPage,
    person,
    { view: 'practice/section', title, model: { ...model, draftRevision: seen ?? therapist.draftRevision } },
    status,
  );
}
