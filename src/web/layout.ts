import { QuestionCount } from '../wording/questions.js';
import type { Assets } from './assets.js';
import { paths } from './paths.js';
import type { Views } from './views.js';

/** What a page says of itself; the layout puts head, header and footer round it. */
export interface PageSpec {
  view: string;
  title: string;
  /** For search engines and previews. */
  description?: string;
  /** Which entry of the main menu is this page's. */
  section?: 'search' | 'checklist' | 'learn' | 'vetting';
  /** Address of the page without what does not change it, for search engines. */
  canonical?: string;
  /** Scripts from the assets folder. The page works without them. */
  scripts?: readonly string[];
  wide?: boolean;
  /** Never offered to search engines, such as a page of results. */
  hidden?: boolean;
  /** On pages for people who are signed in: their address, and where else they may go. */
  account?: Account;
  /** What kind of thing the page is about, for previews of links; a website when nothing is said. */
  preview?: 'profile';
  /** Makes what search engines read of it in the vocabulary of schema.org, given the address of the site. */
  data?: ((origin: string) => object) | undefined;
  model: object;
}

export interface Account {
  email: string;
  formToken: string;
  links: readonly { href: string; label: string; current: boolean }[];
}

export type RenderPage = (spec: PageSpec) => string;

interface Site {
  views: Views;
  assets: Assets;
  publicUrl: string | null;
  /** Whether the store holds demonstration records: every page then says so and hides from search engines. */
  demo(): boolean;
}

const NAME = 'Holdspace';

const menu = [
  { section: 'search', href: paths.therapists, label: 'Find a therapist' },
  { section: 'checklist', href: paths.checklist, label: `${QuestionCount} questions` },
  { section: 'learn', href: paths.learn(), label: 'Learn' },
  { section: 'vetting', href: paths.howWeVet, label: 'How we vet' },
] as const;

/** Builds whole pages out of views. */
export function createRenderer({ views, assets, publicUrl, demo }: Site): RenderPage {
  const menus = new Map(
    [undefined, ...menu.map((entry) => entry.section)].map((current) => [
      current,
      menu.map((entry) => ({ ...entry, current: entry.section === current })),
    ]),
  );
  const publicStyles = [assets.url('site.css')];
  const signedInStyles = [...publicStyles, assets.url('signed-in.css')];
  const icon = assets.url('mark.svg');
  const image = assets.url('preview.png');
  return (spec) => {
    const fictional = demo();
    const noindex = fictional || spec.hidden === true || spec.account !== undefined;
    const named = publicUrl !== null && !fictional && spec.canonical !== undefined;
    const canonical = named ? publicUrl + spec.canonical : '';
    const offered = canonical !== '' && !noindex;
    return views.render('layouts/page', {
      title: spec.title === NAME ? NAME : `${spec.title} · ${NAME}`,
      description: spec.description ?? '',
      canonical,
      noindex,
      preview: offered
        ? { title: spec.title, type: spec.preview ?? 'website', image: publicUrl + image }
        : null,
      data: offered && publicUrl !== null && spec.data !== undefined ? dataBlock(spec.data(publicUrl)) : '',
      fictional,
      stylesheets: isForSignedIn(spec) ? signedInStyles : publicStyles,
      icon,
      scripts: (spec.scripts ?? []).map((name) => assets.url(name)),
      menu: menus.get(spec.section),
      home: spec.canonical === paths.home,
      wide: spec.wide === true,
      account: spec.account === undefined ? null : { ...spec.account, signOut: paths.signOut },
      body: views.render(spec.view, spec.model),
    });
  };
}

/** Pages of a practice are also reached by a link in an e-mail, without being signed in. */
const isForSignedIn = (spec: PageSpec): boolean =>
  spec.account !== undefined || spec.view.startsWith('practice/');

/** JSON as it may stand between script tags: whatever was typed, no tag can end there. It is data, which no policy runs. */
const dataBlock = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
