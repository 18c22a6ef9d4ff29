import type { Sheet } from '../domain/sheet.js';
import { type Answer, file, page, redirect } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, type Asked, route } from '../web/route.js';
import { dayLabel } from '../wording/dates.js';
import type { ReferralDeps } from './deps.js';
import { needWords, sheetShown } from './pages/sheet.js';
import type { Referrals, SheetKeys } from './service.js';

/** Making the file takes a twentieth of a second of this process. */
const FILES_AN_HOUR = 120;
/** As many as are made. */
const ENDS_AN_HOUR = 60;

const keysOf = ({ params }: Asked): SheetKeys => ({
  token: params.token ?? '',
  endToken: params.endToken ?? '',
});

/** Sheets themselves. Their addresses are secrets: nobody may keep these pages. */
export function sheetRoutes(deps: ReferralDeps, referrals: Referrals): AnyRoute[] {
  const { renderPage } = deps;
  const common = { access: 'anyone', cache: 'never', input: keysOf } as const;
  /** Run out, ended, mistyped, never there: one page, that tells nothing apart. */
  const gone = () =>
    page(renderPage({ view: 'referral/gone', title: 'No such sheet', hidden: true, model: {} }), 404);
  const forReader = (show: (sheet: Sheet, token: string) => Promise<Answer>) => async (keys: SheetKeys) => {
    const sheet = await referrals.read(keys.token);
    return sheet === null ? gone() : show(sheet, keys.token);
  };
  const forMaker = (view: string, title: string) => async (keys: SheetKeys) => {
    const sheet = await referrals.readAsMaker(keys);
    if (sheet === null) return gone();
    return page(renderPage({ view, title, hidden: true, model: makersPage(sheet, keys, deps.publicOrigin) }));
  };
  return [
    route({
      ...common,
      path: paths.sheet(':token'),
      handle: forReader(async (sheet, token) => {
        const model = await sheetShown(sheet, token, deps);
        return page(
          renderPage({
            view: 'referral/sheet',
            title: model.title,
            hidden: true,
            scripts: ['referral.js'],
            model,
          }),
        );
      }),
    }),
    route({
      ...common,
      path: paths.sheetPdf(':token'),
      perHour: FILES_AN_HOUR,
      handle: forReader(async (sheet, token) => {
        const { sheetPdf } = await import('./pdf/sheet-pdf.js');
        const made = await sheetPdf(await sheetShown(sheet, token, deps), deps);
        return file(made, 'application/pdf', `referral-${sheet.createdAt.slice(0, 10)}.pdf`);
      }),
    }),
    route({
      ...common,
      path: paths.madeSheet(':token', ':endToken'),
      handle: forMaker('referral/made', 'The sheet is made'),
    }),
    route({
      ...common,
      path: paths.endSheet(':token', ':endToken'),
      handle: forMaker('referral/end', 'End this sheet'),
    }),
    route({
      ...common,
      method: 'post',
      path: paths.endSheet(':token', ':endToken'),
      perHour: ENDS_AN_HOUR,
      handle: async (keys) => ((await referrals.end(keys)) ? redirect(paths.endedReferral) : gone()),
    }),
    route({
      path: paths.endedReferral,
      access: 'anyone',
      input: 'none',
      cache: 'none',
      handle: () =>
        page(
          renderPage({
            view: 'referral/ended',
            title: 'The sheet has ended',
            hidden: true,
            model: { again: paths.newReferral },
          }),
        ),
    }),
  ];
}

/** What the maker alone sees: both links. */
function makersPage(sheet: Sheet, { token, endToken }: SheetKeys, origin: string) {
  return {
    sheet: paths.sheet(token),
    pdf: paths.sheetPdf(token),
    end: paths.endSheet(token, endToken),
    sheetAddress: origin + paths.sheet(token),
    endAddress: origin + paths.endSheet(token, endToken),
    need: needWords(sheet),
    made: dayLabel(sheet.createdAt),
    until: dayLabel(sheet.endsAt),
    again: paths.newReferral,
  };
}
