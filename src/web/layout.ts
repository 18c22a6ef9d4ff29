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
  /** Scripts from the assets folder, each only making something quicker that works without it. */
  scripts?: readonly string[];
  wide?: boolean;
  /** Never offered to search engines, such as a page of results. */
  hidden?: boolean;
  /** On pages of somebody who is signed in: who, and where else they may go. */
  account?: Account;
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
  { section: 'checklist', href: paths.checklist, label: 'Five questions' },
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
  const stylesheet = assets.url('site.css');
  const icon = assets.url('mark.svg');
  return (spec) => {
    const fictional = demo();
    return views.render('layouts/page', {
      title: spec.title === NAME ? NAME : `${spec.title} · ${NAME}`,
      description: spec.description ?? '',
      canonical: publicUrl !== null && spec.canonical !== undefined ? publicUrl + spec.canonical : '',
      noindex: fictional || spec.hidden === true || spec.account !== undefined,
      fictional,
      stylesheet,
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
