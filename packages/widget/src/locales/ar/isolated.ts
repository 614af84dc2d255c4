/** A name of any script between Arabic words, so that neither reorders the other (UAX 9, FSI and PDI). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
