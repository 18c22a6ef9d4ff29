import type { Draft } from '../../domain/draft.js';
import { type FactPath, facts, fieldNames } from '../../domain/profile-fields.js';
import type { Messages } from '../../web/fields.js';
import { formObject } from '../../web/form-object.js';
import { factWords } from '../../wording/facts.js';
import { controlOf, type FieldPath } from '../form/fact-control.js';
import { factField } from '../form/fact-field.js';
import { fieldsSchema } from '../form/fact-schema.js';
import type { Fields, Group } from '../form/groups.js';
import { readWith, type Tree } from '../form/read-form.js';
import { isListed, listOf } from '../lists/lists.js';
import { type About, type Pair, pairsOf, type Section, type Shows } from './section.js';

/** Facts that are asked together, in this order, with why and what a good answer contains. */
export interface FactGroup {
  id: string;
  title: string;
  why: string;
  good: string;
  facts: readonly FactPath[];
  /** Whether to ask this therapist; everyone unless given. */
  isAsked?(f: Fields, about: About): boolean;
}

/** A page of the form that asks for facts of the profile. */
export interface FactPage extends Pick<Section, 'id' | 'title' | 'lead'> {
  groups: readonly FactGroup[];
  /** Checks rules that need several facts, or the date. Messages by field. */
  against?(said: Draft, about: About): Messages;
  /** What to save. */
  kept?(said: Draft, about: About): Draft;
}

/** A page of the form, made from its facts: it shows, fills and reads their fields. */
export function factSection(page: FactPage): Section {
  const { id, title, lead } = page;
  const paths = page.groups.flatMap((group) => group.facts);
  const fieldPaths = paths.filter(isField);
  const lists = paths.filter(isListed).map(listOf);
  const asked = new Set(paths.map((path) => facts.get(path)!.field));
  const fields = fieldNames.filter((field) => asked.has(field));
  const schema = fieldsSchema(fields);
  const shows = showsOf(paths);
  return {
    ...{ id, title, lead },
    names: () => fieldPaths,
    lists: lists.map(({ shape }) => shape),
    fill({ written: { profile } }) {
      const said = pairsOf(Object.fromEntries(fields.map((field) => [field, profile[field]])), shows);
      return [...said, ...choicesOfNone(fieldPaths, profile)];
    },
    read(form, about) {
      const { tree, messages } = understood(form, paths);
      const read = readWith(schema, tree, messages);
      if ('messages' in read) return read;
      const said: Draft = read.said;
      const against = page.against?.(said, about) ?? new Map();
      return against.size > 0 ? { messages: against } : { save: { patch: page.kept?.(said, about) ?? said } };
    },
    groups: (f, about) =>
      page.groups
        .filter(({ isAsked }) => isAsked?.(f, about) ?? true)
        .map((group) => groupShown(group, f, about)),
    datalists: (about) => lists.flatMap(({ datalist }) => datalist?.(about) ?? []),
  };
}

const isField = (path: FactPath): path is FieldPath => !isListed(path);

function groupShown({ id, title, why, good, facts: paths }: FactGroup, f: Fields, about: About): Group {
  const fields = paths.filter(isField).map((path) => factField(f, path));
  const [field] = paths.filter(isListed);
  if (field === undefined) return f.group(id, title, why, good, fields);
  const list = listOf(field);
  const rows = f.list(list.shape, factWords[field].ask, (at) => list.fields(f, at, about));
  return f.group(`f-${field}`, title, why, good, fields, rows);
}

/** How values are written in the form, by path. */
function showsOf(paths: readonly FactPath[]): Shows {
  const ofFields = paths.filter(isField).flatMap((path) => {
    const { write } = controlOf(path);
    return write === undefined ? [] : [[path, write] as const];
  });
  const ofRows = paths
    .filter(isListed)
    .flatMap((field) =>
      Object.entries(listOf(field).write ?? {}).map(([part, write]) => [`${field}.${part}`, write] as const),
    );
  return Object.fromEntries([...ofFields, ...ofRows]);
}

/** Fields where the therapist chose "none", which is stored as `null` like a field left open. */
function choicesOfNone(paths: readonly FieldPath[], profile: Draft): Pair[] {
  const none = paths.filter(
    (path) => profile[path as keyof Draft] === null && controlOf(path).choseNone?.(profile),
  );
  return none.map((path) => [path, '']);
}

/** The form with ids instead of typed names, and messages for unclear names. */
function understood(form: URLSearchParams, paths: readonly FactPath[]) {
  let tree: Tree = formObject(form);
  const messages = new Map<string, string>();
  for (const field of paths.filter(isListed)) {
    const read = listOf(field).understand?.(tree);
    if (read === undefined) continue;
    tree = read.tree;
    for (const [name, message] of read.messages) messages.set(name, message);
  }
  return { tree, messages };
}
