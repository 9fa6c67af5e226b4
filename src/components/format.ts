import type { Language } from '../language.ts';

const LOCALES: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** A whole number with separators: 86,567,656. */
export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 }).format(value);
}

/** Three significant digits and a word for the size: “2.52 billion”, “25.2 亿”. */
export function formatLarge(value: number, language: Language): string {
  const text = new Intl.NumberFormat(LOCALES[language], {
    notation: 'compact',
    compactDisplay: 'long',
    maximumSignificantDigits: 3,
  }).format(value);
  return text.replace(/(?<=\d)(?=[万亿])/, ' ');
}

/** Millions as papers print them, in both languages: 86.6M. */
export function formatMillions(value: number): string {
  return `${(value / 1e6).toFixed(1)}M`;
}

/** Operations in units of 10⁹, in both languages: 35.1G. */
export function formatBillions(value: number): string {
  return `${(value / 1e9).toFixed(1)}G`;
}

/** A share between 0 and 1 as a percentage: 98.2%; what is too small to show is <0.1%, not 0.0%. */
export function formatPercent(share: number, digits = 1): string {
  const smallest = 10 ** -digits;
  const percent = 100 * share;
  return percent > 0 && percent < smallest / 2
    ? `<${smallest.toFixed(digits)}%`
    : `${percent.toFixed(digits)}%`;
}

/** A factor or another number of few digits, without trailing zeros: 15.9, 16. */
export function formatNumber(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}
