import Handlebars from 'handlebars';
import { figure } from '../wording/numbers.js';
import type { Option } from '../wording/options.js';
import { QuestionCount, questionCount, questionTopics } from '../wording/questions.js';

const { escapeExpression, SafeString } = Handlebars;

/*
 * Lists of choices are most of a results page, some 150 of them on each. These helpers write them many times as fast as a loop in
 * a view does; the words of choices are few and come back on every page, so each is escaped once.
 */
const escaped = new Map<string, string>();
const MOST_KEPT = 5000;

function safely(text: string): string {
  const known = escaped.get(text);
  if (known !== undefined) return known;
  const safe = escapeExpression(text);
  if (escaped.size < MOST_KEPT) escaped.set(text, safe);
  return safe;
}

/** `{{options list}}`: the `<option>` elements of a select. */
export function options(list: readonly Option[]): Handlebars.SafeString {
  let html = '';
  for (const { value, label, count, chosen } of list)
    html += `<option value="${safely(value)}"${chosen ? ' selected' : ''}>${safely(label)}${count === null ? '' : ` (${figure(count)})`}</option>`;
  return new SafeString(html);
}

/** `{{ticks name list}}`: labeled tick boxes that send `name`. */
export function ticks(name: string, list: readonly Option[]): Handlebars.SafeString {
  let html = '';
  for (const { value, label, count, chosen } of list)
    html += `<label><input type="checkbox" name="${safely(name)}" value="${safely(value)}"${chosen ? ' checked' : ''}> ${safely(label)} <span class="n">${count === null ? '' : figure(count)}</span></label>`;
  return new SafeString(html);
}

/** `{{items list}}`: the `<li>` elements of a list of words. */
export function items(list: readonly string[]): Handlebars.SafeString {
  let html = '';
  for (const words of list) html += `<li>${escapeExpression(words)}</li>`;
  return new SafeString(html);
}

/** `{{columns "State" "Number"}}`: the `<thead>` of a table, one row with these headings. Handlebars adds its own argument last. */
export function columns(...headings: unknown[]): Handlebars.SafeString {
  const cells = headings
    .slice(0, -1)
    .map((words) => `<th scope="col">${escapeExpression(words as string)}</th>`);
  return new SafeString(`<thead><tr>${cells.join('')}</tr></thead>`);
}

/** How to add a therapist to the shortlist of a page, or remove them. */
export interface Toggle {
  href: string;
  picked: boolean;
  /** Not on the list, and nobody more fits on it. */
  full: boolean;
  /** The id of the heading with the name. */
  at: string;
}

/** `{{pick toggle}}`: the link that does it. Every card has one. */
export function pick({ href, picked, full, at }: Toggle): Handlebars.SafeString {
  if (full) return new SafeString('<span class="quiet">Your shortlist is full: six at most.</span>');
  const link = `<a data-pick aria-describedby="${escapeExpression(at)}" href="${href.replace(/["&<>]/g, escapeExpression)}" rel="nofollow">`;
  return new SafeString(
    picked ? `<span class="yes">On your shortlist</span> ${link}Remove</a>` : `${link}Add to shortlist</a>`,
  );
}

/** `{{questionCount}}` in a sentence, `{{QuestionCount}}` as its first word: how many questions there are. `{{questionTopics}}`: what they are about. */
const counts = {
  questionCount: () => questionCount,
  QuestionCount: () => QuestionCount,
  questionTopics: () => questionTopics,
};

/** Every helper that views may call. Each formats one value, is pure, and fails on misuse. */
export const viewHelpers = { options, ticks, items, columns, pick, ...counts };
