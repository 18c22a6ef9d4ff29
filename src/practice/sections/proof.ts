import { authoritySubject, PSYPACT_SUBJECT } from '../../domain/authority.js';
import { type Evidence, evidenceSchema, supervisorSchema } from '../../domain/evidence.js';
import { personChecks } from '../../domain/profile-fields/checks.js';
import { questionIds } from '../../domain/questions.js';
import { states } from '../../domain/reference/states.js';
import { formObject } from '../../web/form-object.js';
import { checkWords, personCheckWords } from '../../wording/checks.js';
import { questions } from '../../wording/questions.js';
import type { Fields, Group } from '../form/groups.js';
import { group, groupOrNone, leaf } from '../form/leaf.js';
import { readWith } from '../form/read-form.js';
import { addressTyped } from '../form/us-ways.js';
import { stateField } from '../lists/state-field.js';
import { type About, type Pair, pairsOf, type Reading, type Section } from './section.js';

/** One claim that can be proven: the key of its fields, and the subject of its finding. */
interface Claim {
  key: string;
  subject: string;
  title: string;
  good: string;
}

const { link, note } = evidenceSchema.shape;
/** The schema of the form for these claims. */
const schemaOf = (claims: readonly Claim[]) =>
  group({
    proof: group(
      Object.fromEntries(
        claims.map(({ key }) => [
          key,
          group({ link: leaf(link, { blank: null, read: addressTyped }), note: leaf(note, { blank: null }) }),
        ]),
      ),
    ),
    supervisor: groupOrNone(
      {
        name: leaf(supervisorSchema.shape.name, { blank: undefined }),
        state: leaf(supervisorSchema.shape.state, { blank: undefined }),
        license: leaf(supervisorSchema.shape.license, { blank: undefined }),
        contact: leaf(supervisorSchema.shape.contact, { blank: undefined }),
      },
      supervisorSchema,
    ),
  });

export const proof: Section = {
  id: 'proof',
  title: 'Proof',
  lead: 'For our reviewers alone. A link or a note for each claim makes “Verified” out of “Self-reported”; what you leave empty stays your word.',
  names: (about) => [
    ...claimsOf(about).flatMap(({ key }) => [`proof.${key}.link`, `proof.${key}.note`]),
    ...['name', 'state', 'license', 'contact'].map((part) => `supervisor.${part}`),
  ],
  lists: [],
  fill(about) {
    const { evidence, supervisor } = about.written;
    const given = claimsOf(about).flatMap(({ key, subject }): Pair[] => {
      const found = evidence.find((one) => one.subject === subject);
      return found === undefined ? [] : pairsOf({ [`proof.${key}`]: { link: found.link, note: found.note } });
    });
    return [...given, ...pairsOf({ supervisor })];
  },
  read(form, about): Reading {
    const claims = claimsOf(about);
    const read = readWith(schemaOf(claims), formObject(form));
    if ('messages' in read) return read;
    const evidence = claims.flatMap(({ key, subject }): Evidence[] => {
      const { link, note } = read.said.proof[key] ?? { link: null, note: null };
      return link === null && note === null ? [] : [{ subject, link, note }];
    });
    return { save: { evidence, supervisor: read.said.supervisor } };
  },
  groups: (f, about) => [...claimGroups(f, claimsOf(about)), supervisor(f)],
  datalists: () => [],
};

/** Everything in a profile that can be proven, licenses first. */
function claimsOf({ written: { profile } }: About): readonly Claim[] {
  const licenses = (profile.authority ?? []).map((held, at) => ({
    key: `a${at}`,
    subject: authoritySubject(held),
    title: `${held.type}, ${states[held.state].name}`,
    good: checkWords.authority.proof,
  }));
  const psypact = {
    key: 'psypact',
    subject: PSYPACT_SUBJECT,
    title: checkWords.psypact.title,
    good: checkWords.psypact.proof,
  };
  const people = personChecks.map((subject) => {
    const { claim, proof: good } = personCheckWords[subject];
    return { key: subject, subject, title: claim, good };
  });
  const answered = questionIds.map((subject) => ({
    key: subject,
    subject,
    title: `Your answer on ${questions[subject].title.toLowerCase()}`,
    good: questions[subject].proof,
  }));
  return [...licenses, ...(profile.psypact ? [psypact] : []), ...people, ...answered];
}

function claimGroups(f: Fields, claims: readonly Claim[]): Group[] {
  return claims.map(({ key, title, good }) =>
    f.group(`claim-${key}`, title, '', good, [
      f.text(`proof.${key}.link`, 'Link', { maxlength: 500 }),
      f.area(`proof.${key}.note`, 'Note', { rows: 2, maxlength: 1000 }),
    ]),
  );
}

function supervisor(f: Fields) {
  return f.group(
    'supervisor',
    'If you are an associate: your supervisor',
    'An associate works under somebody else’s license, and patients have a right to know whose.',
    'Whoever signs for your work; nothing if you practice on your own license.',
    [
      f.text('supervisor.name', 'Name', { maxlength: 80, autocomplete: 'off' }),
      stateField(f, 'supervisor'),
      f.text('supervisor.license', 'License', { hint: 'Title and number.', maxlength: 60 }),
      f.text('supervisor.contact', 'Phone or e-mail', { maxlength: 120, autocomplete: 'off' }),
    ],
  );
}
