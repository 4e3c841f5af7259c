/** The languages of the wording: Chinese, and English for whoever asks for it. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One name in every language. */
export type Named = Readonly<Record<Language, string>>;
