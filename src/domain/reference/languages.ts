/** Languages a therapist may work in: ISO 639-1, or 639-3 where there is no shorter code. English first, then by label. */
export const languageIds = [
  'en',
  'ase',
  'am',
  'ar',
  'bn',
  'yue',
  'nl',
  'fr',
  'de',
  'el',
  'gu',
  'ht',
  'he',
  'hi',
  'it',
  'ja',
  'ko',
  'zh',
  'nv',
  'fa',
  'pl',
  'pt',
  'pa',
  'ru',
  'es',
  'tl',
  'ur',
  'vi',
] as const;

export type LanguageId = (typeof languageIds)[number];

export interface Language {
  readonly id: LanguageId;
  readonly label: string;
}

const labels: Readonly<Record<LanguageId, string>> = {
  en: 'English',
  ase: 'American Sign Language',
  am: 'Amharic',
  ar: 'Arabic',
  bn: 'Bengali',
  yue: 'Cantonese',
  nl: 'Dutch',
  fr: 'French',
  de: 'German',
  el: 'Greek',
  gu: 'Gujarati',
  ht: 'Haitian Creole',
  he: 'Hebrew',
  hi: 'Hindi',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  zh: 'Mandarin Chinese',
  nv: 'Navajo',
  fa: 'Persian (Farsi, Dari)',
  pl: 'Polish',
  pt: 'Portuguese',
  pa: 'Punjabi',
  ru: 'Russian',
  es: 'Spanish',
  tl: 'Tagalog',
  ur: 'Urdu',
  vi: 'Vietnamese',
};

export const languages = Object.fromEntries(
  languageIds.map((id) => [id, { id, label: labels[id] }]),
) as Readonly<Record<LanguageId, Language>>;
