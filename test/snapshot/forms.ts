import type { Seen, Visitor } from '../support/visitor.js';
import { type Folder, nameOf } from './folder.js';

interface Wish {
  folder: Folder;
  visitor: Visitor;
  group: string;
  /** Runs after each press that may have queued an email, so that it is sent first. */
  sendEmails?: () => Promise<void>;
}

type Fill = Record<string, string | string[]>;

/** Those that a person writes or chooses in; `website` is a trap for programs. */
const WRITTEN = 'input:not([type=hidden]):not([name=website]), select, textarea';
const selector = (place: number) => `main form[method="post"]:eq(${place})`;

/** How each form is filled in, besides as it is. */
const ways: Record<string, (one: Control) => string | string[]> = {
  empty: ({ chosen }) => (chosen ? [] : ''),
  wrong: ({ chosen }) => (chosen ? 'no-such-choice' : '?!'),
  long: ({ chosen, value }) => (chosen ? value : 'long words '.repeat(500)),
};

interface Control {
  name: string;
  /** Whether it is chosen from a list instead of written. */
  chosen: boolean;
  value: string;
}

/** Sends every form of a page with nothing, with nonsense, and with far too much in it. */
export async function answerForms({ folder, visitor, group }: Wish, path: string): Promise<void> {
  const count = formsOn(await visitor.get(path));
  for (let place = 0; place < count; place++)
    for (const [way, typed] of Object.entries(ways)) {
      const seen = await visitor.get(path);
      const controls = controlsIn(seen, place);
      if (controls.length === 0 || seen.$(selector(place)).find('button').length === 0) continue;
      const fill: Fill = Object.fromEntries(controls.map((one) => [one.name, typed(one)]));
      const answer = await visitor.submit(seen, { form: selector(place), fill });
      folder.answer(`${group}/POST ${nameOf(path)} ${place} ${way}`, answer, `POST ${path}, ${way}`);
    }
}

/** Presses every button of every form of a page, each on a fresh page, and follows. */
export async function pressAll(
  { folder, visitor, group, sendEmails }: Wish,
  path: string,
  fill: Fill = {},
): Promise<void> {
  const buttons = buttonsOn(await visitor.get(path));
  for (const { place, button } of buttons) {
    const seen = await visitor.get(path);
    const isThere = buttonsOn(seen).some((one) => one.place === place && one.button === button);
    if (!isThere) continue;
    const asked = `POST ${path}, “${button}”`;
    const name = `${group}/POST ${nameOf(path)} ${place} press ${button}`;
    const answer = await visitor.submit(seen, { form: selector(place), button, fill });
    folder.answer(name, answer, asked);
    await sendEmails?.();
    if (answer.to !== null) folder.answer(`${name} then`, await visitor.follow(answer), `${asked}, then`);
  }
}

/** Chooses every value of every list of a page's form in turn, and sends it with these words. */
export async function chooseEach({ folder, visitor, group }: Wish, path: string, fill: Fill): Promise<void> {
  const choices = choicesOn(await visitor.get(path));
  for (const [name, value] of choices) {
    const seen = await visitor.get(path);
    if (buttonsOn(seen).length === 0) return;
    const answer = await visitor.submit(seen, { fill: { ...fill, [name]: value } });
    folder.answer(`${group}/POST ${nameOf(path)} ${name}=${value}`, answer, `POST ${path}, ${name}=${value}`);
  }
}

const formsOn = ({ $ }: Seen) => $('main form[method="post"]').length;

function controlsIn({ $ }: Seen, place: number): Control[] {
  return $(selector(place))
    .find(WRITTEN)
    .toArray()
    .map((node) => {
      const one = $(node);
      const chosen = one.is('select, [type=radio], [type=checkbox]');
      return { name: one.attr('name') ?? '', chosen, value: String(one.val() ?? '') };
    })
    .filter(({ name }) => name !== '');
}

function buttonsOn({ $ }: Seen): { place: number; button: string }[] {
  return $('main form[method="post"]')
    .toArray()
    .flatMap((form, place) => {
      const texts = $(form)
        .find('button')
        .toArray()
        .map((button) => $(button).text());
      return [...new Set(texts)].map((button) => ({ place, button }));
    });
}

function choicesOn({ $ }: Seen): [string, string][] {
  const form = $('main form[method="post"]').first();
  const radios = form.find('input[type=radio]').toArray();
  const options = form.find('select[name] option').toArray();
  return [
    ...radios.map((one): [string, string] => [$(one).attr('name')!, $(one).attr('value') ?? '']),
    ...options.map((one): [string, string] => [
      $(one).closest('select').attr('name')!,
      $(one).attr('value') ?? '',
    ]),
  ];
}
