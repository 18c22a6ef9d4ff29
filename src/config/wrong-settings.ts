import { refusal, wrongTogether } from './refuse.js';
import { type SettingName, settings } from './settings.js';

type Given = Record<string, string | undefined>;

/** Replaces wrong values, so that settings that depend on them can still be checked. */
const placeholders: Given = {
  SECRET_KEY: '-'.repeat(32),
  PUBLIC_URL: 'https://placeholder.example',
  SMTP_URL: 'smtps://placeholder.example',
  MAIL_FROM: 'placeholder@placeholder.example',
  MEILI_API_KEY: '-',
};

/** All errors for these settings, one line for each wrong setting. Empty when all are valid. */
export function allRefusals(environment: Given): string[] {
  let given = environment;
  const names = new Set<SettingName>();
  for (;;) {
    const parsed = settings.safeParse(given);
    const found = parsed.success
      ? [wrongTogether(parsed.data)].filter((name) => name !== null)
      : parsed.error.issues.map(({ path }) => path[0] as SettingName);
    if (found.every((name) => names.has(name))) return [...names].map((name) => refusal(name).message);
    for (const name of found) names.add(name);
    given = { ...given, ...Object.fromEntries([...names].map((name) => [name, placeholders[name]])) };
  }
}
