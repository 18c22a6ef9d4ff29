import { type CheerioAPI, load } from 'cheerio';

export interface Seen {
  url: string;
  status: number;
  headers: Headers;
  body: string;
  /** The page, to be read by selector. */
  $: CheerioAPI;
  /** Text of all elements that match, blanks folded. */
  text(selector: string): string;
  /** The same, element by element. */
  texts(selector: string): string[];
  /** Where a redirect leads, as a path. */
  to: string | null;
}

type Values = Record<string, string | readonly string[]>;

/** Which form of a page is sent, by which button, and what is typed into it before. */
interface Sending {
  /** Selector of the form; the first in `main` that posts when nothing is said. */
  form?: string;
  /** Words of the button that is pressed. */
  button?: string;
  /** What replaces the fields' values; a name the form lacks is sent all the same. */
  fill?: Values;
}

/** A browser without JavaScript: keeps cookies, and sends forms as they are on the page. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  /** Sends a form of the page seen, as a browser does: every field with its value, then what is filled in. */
  submit(seen: Seen, sending?: Sending): Promise<Seen>;
  /** Sends whatever is wanted, with the headers of a browser. */
  post(path: string, values: Values | URLSearchParams, headers?: Record<string, string>): Promise<Seen>;
  /** Goes where a redirect leads, until there is a page. */
  follow(seen: Seen): Promise<Seen>;
  cookies: Map<string, string>;
}

export function aVisitor(origin: string): Visitor {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit): Promise<Seen> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return seenIn(path, answer, origin);
  }

  const visitor: Visitor = {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, values, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin,
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        body: String(paramsOf(values)),
      }),
    submit(seen, { form, button, fill = {} } = {}) {
      const { $ } = seen;
      const found = $(form ?? 'main form[method="post"]').first();
      if (found.length === 0) throw new Error(`There is no such form on ${seen.url}: ${seen.text('h1')}`);
      const params = new URLSearchParams(
        found.serializeArray().map(({ name, value }): [string, string] => [name, String(value)]),
      );
      const buttons = found.find('button').toArray();
      const pressed =
        button === undefined ? buttons[0] : buttons.find((one) => $(one).text().includes(button));
      if (pressed === undefined) throw new Error(`There is no button "${button}" on ${seen.url}.`);
      const name = $(pressed).attr('name');
      if (name !== undefined) params.append(name, $(pressed).attr('value') ?? '');
      for (const [field, value] of Object.entries(fill)) {
        params.delete(field);
        for (const one of [value].flat()) params.append(field, one);
      }
      const action = $(pressed).attr('formaction') ?? found.attr('action') ?? seen.url;
      const method = $(pressed).attr('formmethod') ?? found.attr('method');
      if (method !== 'post') return visitor.get(`${action}?${params}`);
      return visitor.post(action, params, { referer: origin + seen.url });
    },
    async follow(seen) {
      let next = seen;
      for (let hops = 0; next.to !== null; hops++) {
        if (hops > 5) throw new Error(`The redirects from ${seen.url} do not end.`);
        next = await visitor.get(next.to);
      }
      return next;
    },
  };
  return visitor;
}

function paramsOf(values: Values | URLSearchParams): URLSearchParams {
  if (values instanceof URLSearchParams) return values;
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    ),
  );
}

async function seenIn(url: string, answer: Response, origin: string): Promise<Seen> {
  const body = await answer.text();
  const $ = load(body);
  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element).text().replace(/\s+/g, ' ').trim());
  const location = answer.headers.get('location');
  return {
    url,
    status: answer.status,
    headers: answer.headers,
    body,
    $,
    texts,
    text: (selector) => texts(selector).join(' '),
    to: location === null ? null : location.replace(origin, ''),
  };
}
